import { AppError } from '../../shared/errors.ts';
import { readBody } from './body.ts';
import type { Connection } from './connection.ts';
import { nameOf, type Endpoint, type OutputOf, type ParamsOf } from './endpoint.ts';
import { parseAnswer, refusal } from './errors.ts';
import { prepareRequest, type PreparedRequest } from './request.ts';
import { Sender, type Sending, type SenderOptions } from './sender.ts';
import { Slots } from './slots.ts';
import { toTransferError } from './transfer-error.ts';

export interface ClientOptions extends SenderOptions {
  /** Where requests of an account go; null is nobody's request. */
  readonly connectionOf: (accountId: number | null) => Connection;
  /** For one whole call, in milliseconds. Default 30 s. */
  readonly timeoutMs?: number;
  /** Wait before a GET goes again after a 5xx or a lost connection, in milliseconds, by attempt from 1. */
  readonly retryDelayMs?: (attempt: number) => number;
}

export interface CallOptions {
  /** Whose call it is: decides session and transport. null when no account asks. */
  readonly accountId: number | null;
  /** Used instead of the account's own, to find out whose session it is. */
  readonly session?: string;
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
    const sending = await this.#sender.sending(named, options.accountId ?? 0, connection, options.session);
    const { response, text } = await this.#inSlot(this.#slots, options, async (signal) => {
      const answer = await this.#exchange(prepared, sending, signal);
      const bytes = await readBody(answer);
      this.#options.ledger.addBytes(named, bytes.byteLength);
      return { response: answer, text: new TextDecoder().decode(bytes) };
    });
    if (response.status >= 300 && response.status < 400) throw redirectRefused(response.status);
    if (!response.ok) {
      const { hasSession } = sending;
      throw refusal(endpoint, response, text, { hasSession, retryAt: this.#sender.retryAt(sending) });
    }
    return parseAnswer(named, response.status, text) as OutputOf<E>;
  }

  /** Fetches a picture from an address Roblox gave out. The session never goes along. */
  async image(address: string, options: CallOptions): Promise<Uint8Array> {
    const { origin, transport } = this.#options.connectionOf(options.accountId);
    if (!origin.isImageAddress(address)) throw redirectRefused(undefined);
    this.#sender.refuseWhenOffline();
    return this.#inSlot(this.#imageSlots, options, async (signal) => {
      const response = await transport(new Request(address, { redirect: 'manual', signal }));
      if (!response.ok) {
        await response.body?.cancel();
        throw new AppError('requestRefused', `The image answered ${response.status}`, {
          status: response.status,
        });
      }
      return readBody(response);
    });
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
            if (retryCount === 0 && this.#sender.keepCsrfToken(request, sending.owner, response)) {
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
    task: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs ?? 30_000);
    const signal = asked ? AbortSignal.any([asked, timeout]) : timeout;
    try {
      return await slots.run(accountId ?? 0, signal, () => task(signal));
    } catch (thrown) {
      throw toTransferError(thrown, asked?.aborted ?? false, timeout.aborted);
    }
  }
}

function redirectRefused(status: number | undefined): AppError {
  return new AppError(
    'redirectRefused',
    'The answer points to another address',
    status === undefined ? {} : { status },
  );
}
