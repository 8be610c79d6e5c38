import type Ky from 'ky';
import { AppError } from '../../shared/errors.ts';
import { readBody } from './body.ts';
import type { Connection, LentSession } from './connection.ts';
import { nameOf, type Endpoint, type NamedEndpoint, type OutputOf, type ParamsOf } from './endpoint.ts';
import { parseAnswer, refusal } from './errors.ts';
import { prepareRequest, type PreparedRequest } from './request.ts';
import { systemClock } from './clock.ts';
import { Scheduler, type Allowance, type Priority } from './scheduler.ts';
import { hasSession, Sender, type Answer, type Calling, type Sending, type SenderOptions } from './sender.ts';
import { timeLimit } from './time-limit.ts';
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
  /** How urgent the call is; asked again while it waits. `screen` when absent. */
  readonly priority?: () => Priority;
  /**
   * Whether a GET waits, however long, while Roblox takes no requests, and goes again after a 429. Without it such a call
   * fails at once with `rateLimited` and says when to come back.
   */
  readonly waits?: boolean;
  /** Told, in epoch milliseconds, until when a call that waits has to. */
  readonly onWait?: (until: number) => void;
}

const retriedStatuses = [500, 502, 503, 504];
const retries = 2;

/** Calls the endpoints of the tables. Every failure is an AppError, and what is no answer never becomes data. */
export class RobloxClient {
  readonly #options: ClientOptions;
  readonly #sender: Sender;
  // Pictures come from another host, with no budget to share: they must not hold up what they belong to.
  readonly #imageScheduler: Scheduler;
  readonly #leaving = new Map<number, AbortController>();
  #ky: Promise<{ readonly default: typeof Ky }> | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#sender = new Sender(options);
    this.#imageScheduler = new Scheduler(options.clock ?? systemClock(options.now));
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
    const { head: response, body } = await this.#patiently(endpoint, options, left, (calling) =>
      this.#exchange(prepared, sending, calling),
    );
    const text = new TextDecoder().decode(body);
    if (response.status >= 300 && response.status < 400) throw redirectRefused(response.status);
    if (!response.ok) {
      const retryAt = this.#sender.retryAt(sending);
      const error = refusal(endpoint, response, text, { hasSession: hasSession(sending), retryAt });
      this.#tell({ named, params, accountId: options.accountId, error });
      const isChallenge = error.code === 'challengeRequired' && endpoint.method !== 'GET';
      if (error.code === 'sessionEnded' || isChallenge) this.#sender.refuseSession(sending, error.code);
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
    return this.#within(options, this.#leavingOf(options.accountId ?? 0), (calling) =>
      this.#imageScheduler.run({ ...calling, accountId: options.accountId ?? 0, budget: null }, async () => {
        const { ledger } = this.#options;
        const host = hostName ?? new URL(address).host;
        const asked = new Request(address, { redirect: 'manual', signal: calling.signal });
        const response = await transport(asked).catch((thrown: unknown) => {
          if (!(thrown instanceof AppError)) ledger.recordPicture(host, null);
          throw thrown;
        });
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
      }),
    );
  }

  /** What Roblox allows an account of an endpoint. Throws what keeps the account from being asked about at all. */
  async allowance(endpoint: Endpoint, accountId: number): Promise<Allowance> {
    const connection = this.#options.connectionOf(accountId);
    return this.#sender.allowance(
      await this.#sender.sending(nameOf(endpoint), accountId, connection, undefined),
    );
  }

  /** Looks again which of the waiting calls goes first: after the priority of one has changed. */
  reconsider(): void {
    this.#sender.scheduler.review();
  }

  /** Gives up what is under way in an account's name, and forgets its token. */
  forget(accountId: number): void {
    this.#leaving.get(accountId)?.abort();
    this.#leaving.delete(accountId);
    this.#sender.forget(accountId);
  }

  async #exchange(prepared: PreparedRequest, sending: Sending, calling: Calling): Promise<Answer> {
    // Loaded with the first request: the app starts without it.
    const { default: ky } = await (this.#ky ??= import('ky'));
    // What to send again is told by status and headers: ky would copy a body for each of its hooks.
    let body: Uint8Array = new Uint8Array();
    const head = await ky(await this.#sender.request(prepared, sending), {
      fetch: async (request) => {
        const answer = await this.#sender.send(request as Request, sending, calling);
        body = answer.body;
        return answer.head;
      },
      signal: calling.signal,
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
    return { head, body };
  }

  /** A call that waits is not over with a 429: it goes again when its endpoint has opened. */
  async #patiently(
    { method }: Endpoint,
    options: CallOptions,
    left: AbortSignal,
    exchange: (calling: Calling) => Promise<Answer>,
  ): Promise<Answer> {
    const waits = options.waits === true && method === 'GET';
    for (;;) {
      const answer = await this.#within({ ...options, waits }, left, exchange);
      if (!waits || answer.head.status !== 429) return answer;
    }
  }

  async #within<T>(
    { signal: asked, waits = false, priority = () => 'screen', onWait }: CallOptions,
    left: AbortSignal,
    task: (calling: Calling) => Promise<T>,
  ): Promise<T> {
    const timeoutMs = this.#options.timeoutMs ?? 30_000;
    const limit = waits ? undefined : timeLimit(timeoutMs);
    const signal = AbortSignal.any([left, ...(limit ? [limit.signal] : []), ...(asked ? [asked] : [])]);
    try {
      return await task({ priority, waits, onWait, signal, timeoutMs });
    } catch (thrown) {
      const isOver = limit?.signal.aborted ?? false;
      throw toTransferError(thrown, left.aborted || (asked?.aborted ?? false), isOver);
    } finally {
      limit?.callOff();
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
