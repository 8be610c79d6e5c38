import { AppError } from '../../shared/errors.ts';
import { readBody } from './body.ts';
import type { Connection, LentSession } from './connection.ts';
import { nameOf, type Endpoint, type NamedEndpoint, type OutputOf, type ParamsOf } from './endpoint.ts';
import { parseAnswer, refusal } from './errors.ts';
import { prepareRequest, type PreparedRequest } from './request.ts';
import { hasSession, Sender, type Sending, type SenderOptions } from './sender.ts';
import { Slots } from './slots.ts';
import { toTransferError } from './transfer-error.ts';
import type { UnreadableRows } from './unreadable.ts';

export interface ClientOptions extends SenderOptions {
  /** Where requests of an account go; null is nobody's request. */
  readonly connectionOf: (accountId: number | null) => Connection;
  /** For one whole call, in milliseconds. Default 30 s. */
  readonly timeoutMs?: number;
  /** Wait before a GET goes again after a 5xx or a lost connection, in milliseconds, by attempt from 1. */
  readonly retryDelayMs?: (attempt: number) => number;
  /** Told of answers that refuse, and of rows in them that could not be read. */
  readonly onProblem?: (problem: AnswerProblem) => void;
}

/** What was wrong with one answer. */
export interface AnswerProblem {
  readonly named: NamedEndpoint;
  readonly params: Readonly<Record<string, unknown>>;
  readonly accountId: number | null;
  readonly error?: AppError;
  readonly unreadable?: UnreadableRows;
}

export interface CallOptions {
  /** Whose call it is: decides session and transport. null when no account asks. */
  readonly accountId: number | null;
  /** Used instead of the account's own, to find out whose session it is. */
  readonly session?: LentSession;
  readonly signal?: AbortSignal;
}

const retriedStatuses = [500, 502, 503, 504];
const retries = 2;

/** Calls the endpoints of the tables. Every failure is an AppError, and what is no answer never becomes data. */
export class RobloxClient {
  readonly #options: ClientOptions;
  readonly #sender: Sender;
  readonly #slots = new Slots();
  // Pictures come from another host, with no budget to share: they must not hold up what they belong to.
  readonly #imageSlots = new Slots();
  readonly #leaving = new Map<number, AbortController>();

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#sender = new Sender(options);
  }

  async call<E extends Endpoint>(
    endpoint: E,
    params: ParamsOf<E>,
    options: CallOptions,
  ): Promise<OutputOf<E>> {
    const connection = this.#options.connectionOf(options.accountId);
    const prepared = prepareRequest(endpoint, params, connection.origin);
    const named = nameOf(endpoint);
    // Taken before anything is waited for: an account that leaves meanwhile is asked about no more.
    const left = this.#leavingOf(options.accountId ?? 0);
    const sending = await this.#sender.sending(named, options.accountId ?? 0, connection, options.session);
    const { response, text } = await this.#inSlot(this.#slots, options, left, async (signal) => {
      const answer = await this.#exchange(prepared, sending, signal);
      const bytes = await readBody(answer);
      this.#options.ledger.addBytes(named, bytes.byteLength, answer);
      return { response: answer, text: new TextDecoder().decode(bytes) };
    });
    if (response.status >= 300 && response.status < 400) throw redirectRefused(response.status);
    if (!response.ok) {
      const retryAt = this.#sender.retryAt(sending);
      const error = refusal(endpoint, response, text, { hasSession: hasSession(sending), retryAt });
      this.#tell({ named, params, accountId: options.accountId, error });
      if (error.code === 'sessionEnded') this.#sender.refuseSession(sending, error.code);
      throw error;
    }
    return parseAnswer(named, response.status, text, (unreadable) =>
      this.#tell({ named, params, accountId: options.accountId, unreadable }),
    ) as OutputOf<E>;
  }

  /** Fetches a picture from an address Roblox gave out. The session never goes along. */
  async image(address: string, options: CallOptions): Promise<Uint8Array> {
    const { origin, transport, hostName } = this.#options.connectionOf(options.accountId);
    if (!origin.isImageAddress(address)) throw redirectRefused(undefined);
    this.#sender.refuseWhenOffline();
    return this.#inSlot(
      this.#imageSlots,
      options,
      this.#leavingOf(options.accountId ?? 0),
      async (signal) => {
        const { ledger } = this.#options;
        const host = hostName ?? new URL(address).host;
        const response = await transport(new Request(address, { redirect: 'manual', signal })).catch(
          (thrown: unknown) => {
            if (!(thrown instanceof AppError)) ledger.recordPicture(host, null);
            throw thrown;
          },
        );
        ledger.recordPicture(host, response);
        if (!response.ok) {
          await response.body?.cancel();
          throw new AppError('requestRefused', `The image answered ${response.status}`, {
            status: response.status,
          });
        }
        const bytes = await readBody(response);
        ledger.addPictureBytes(bytes.byteLength, response);
        return bytes;
      },
    );
  }

  /** Gives up what is under way in an account's name, and forgets its token. */
  forget(accountId: number): void {
    this.#leaving.get(accountId)?.abort();
    this.#leaving.delete(accountId);
    this.#sender.forget(accountId);
  }

  async #exchange(prepared: PreparedRequest, sending: Sending, signal: AbortSignal): Promise<Response> {
    // Loaded with the first request: the app starts without it.
    const { default: ky } = await import('ky');
    return ky(await this.#sender.request(prepared, sending), {
      fetch: (request) => this.#sender.send(request as Request, sending),
      signal,
      timeout: false,
      throwHttpErrors: false,
      retry: {
        limit: retries,
        methods: ['get'],
        delay: this.#options.retryDelayMs ?? ((attempt) => 300 * 2 ** attempt),
      },
      hooks: {
        afterResponse: [
          async ({ request, response, retryCount }) => {
            const isFirst = retryCount === 0;
            const hasNewToken = isFirst && this.#sender.keepCsrfToken(request, sending.owner, response);
            if (hasNewToken || (isFirst && (await this.#sender.isOutdated(request, response, sending)))) {
              return ky.retry({ request: await this.#sender.request(prepared, sending), delay: 0 });
            }
            const isPassing = request.method === 'GET' && retriedStatuses.includes(response.status);
            return isPassing && retryCount < retries ? ky.retry() : undefined;
          },
        ],
      },
    });
  }

  async #inSlot<T>(
    slots: Slots,
    { accountId, signal: asked }: CallOptions,
    left: AbortSignal,
    task: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs ?? 30_000);
    const signal = AbortSignal.any([timeout, left, ...(asked ? [asked] : [])]);
    try {
      return await slots.run(accountId ?? 0, signal, () => task(signal));
    } catch (thrown) {
      throw toTransferError(thrown, left.aborted || (asked?.aborted ?? false), timeout.aborted);
    }
  }

  #tell(problem: AnswerProblem): void {
    this.#options.onProblem?.(problem);
  }

  #leavingOf(accountId: number): AbortSignal {
    const known = this.#leaving.get(accountId) ?? new AbortController();
    this.#leaving.set(accountId, known);
    return known.signal;
  }
}

function redirectRefused(status: number | undefined): AppError {
  return new AppError(
    'redirectRefused',
    'The answer points to another address',
    status === undefined ? {} : { status },
  );
}
