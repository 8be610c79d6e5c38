/** Statuses with which the demo refuses. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 429;

/** A refusal as Roblox words it: `{"errors":[{"code","message"}]}` with an HTTP status. */
export class RobloxError extends Error {
  override readonly name = 'RobloxError';
  readonly status: RefusalStatus;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The parameter at fault, which Roblox names only for values it could not read. */
  readonly field: string | undefined;

  constructor(
    status: RefusalStatus,
    code: number,
    message: string,
    { headers = {}, field }: { headers?: Readonly<Record<string, string>>; field?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.field = field;
  }

  toBody(): unknown {
    const error = { code: this.code, message: this.message, userFacingMessage: 'Something went wrong' };
    return { errors: [this.field === undefined ? error : { ...error, field: this.field, fieldData: null }] };
  }
}

/** inventory.roblox.com's code 1, which its lists share. */
export function unknownUser(): RobloxError {
  return new RobloxError(400, 1, 'The specified user does not exist!');
}

export function signedOut(): RobloxError {
  return new RobloxError(401, 0, 'Authorization has been denied for this request.');
}

/** A parameter that is missing or not of its type. */
export function unreadable(field: string, value: string | undefined): RobloxError {
  const message =
    value === undefined ? `The ${field} field is required.` : `The value '${value}' is not valid.`;
  return new RobloxError(400, 0, message, { field });
}
