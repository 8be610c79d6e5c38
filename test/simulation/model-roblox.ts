import type { Wish } from '../../shared/outbox.ts';
import type { ModelAnswer } from './model-answer.ts';
import type { SimRequest } from './sim-requests.ts';

/** A change of a collection that took place. */
export interface Effect {
  readonly accountId: number;
  readonly item: number;
  readonly to: Wish;
  /** Which request did it; null when somebody did it in a browser. */
  readonly by: SimRequest | null;
}

const challenge: ModelAnswer = { status: 403, robloxCode: 0, headers: { 'rblx-challenge-id': 'one' } };
/** What Roblox takes into no collection, and what these accounts do not own. */
export const notAllowed = 8;
export const notOwned = 9;
/** What it cannot take out, in stories that have such an item. */
export const stuck = 5;

/** A Roblox small enough to be beyond doubt: collections, tokens, sessions, and readings that lag behind. */
export class ModelRoblox {
  readonly #collections = new Map<number, Set<number>>();
  readonly #shown = new Map<number, readonly number[]>();
  readonly #lags = new Map<number, number>();
  readonly #tokens = new Map<number, number>();
  readonly #signedOut = new Set<number>();
  readonly #challenged = new Set<number>();
  readonly #stuck: number | null;
  readonly #capacity: number;
  readonly onEffect: (effect: Effect) => void;

  /** `stuck` is an item that Roblox no longer knows when somebody wants it out; `capacity`, how many a collection takes. */
  constructor(onEffect: (effect: Effect) => void, stuck: number | null = null, capacity = 7) {
    this.onEffect = onEffect;
    this.#stuck = stuck;
    this.#capacity = capacity;
  }

  items(accountId: number): ReadonlySet<number> {
    return this.#set(accountId);
  }

  /** Somebody changes it in a browser. */
  changeElsewhere(accountId: number, item: number, lag: number): void {
    this.#apply(accountId, item, this.#set(accountId).has(item) ? 'out' : 'in', null, lag);
  }

  rotateToken(accountId: number): void {
    this.#tokens.set(accountId, (this.#tokens.get(accountId) ?? 0) + 1);
  }

  endSession(accountId: number): void {
    this.#signedOut.add(accountId);
  }

  /** No more changes without a second step. Whoever only looks is not asked for one. */
  challenge(accountId: number): void {
    this.#challenged.add(accountId);
  }

  signIn(accountId: number): void {
    this.#signedOut.delete(accountId);
    this.#challenged.delete(accountId);
  }

  isSignedIn(accountId: number): boolean {
    return !this.#signedOut.has(accountId);
  }

  /** `lag` is how many readings after it still show what was there before. */
  change(asked: SimRequest, lag: number): ModelAnswer {
    const { accountId, item, token, wish } = asked;
    if (this.#signedOut.has(accountId)) return { status: 401, robloxCode: 0 };
    if (this.#challenged.has(accountId)) return challenge;
    const current = `token-${accountId}-${this.#tokens.get(accountId) ?? 0}`;
    if (token !== current) return { status: 403, robloxCode: 0, headers: { 'x-csrf-token': current } };
    const items = this.#set(accountId);
    if (wish === 'out') {
      if (item === this.#stuck) return { status: 400, robloxCode: 2 };
      if (!items.has(item)) return { status: 403, robloxCode: 8 };
    } else {
      if (item === notAllowed) return { status: 403, robloxCode: 5 };
      if (item === notOwned) return { status: 400, robloxCode: 2 };
      if (items.has(item)) return { status: 403, robloxCode: 7 };
      if (items.size >= this.#capacity) return { status: 403, robloxCode: 9 };
    }
    this.#apply(accountId, item, wish ?? 'in', asked, lag);
    return { status: 200, body: {} };
  }

  /** Wants a second step before it shows something. */
  askForMore(): ModelAnswer {
    return challenge;
  }

  read(accountId: number, doesLag: boolean): ModelAnswer {
    const lag = this.#lags.get(accountId) ?? 0;
    if (lag > 0 && doesLag) this.#lags.set(accountId, lag - 1);
    else this.#shown.set(accountId, [...this.#set(accountId)]);
    const shown = this.#shown.get(accountId) ?? [];
    const body = shown.map((id) => ({
      id,
      name: `Item ${id}`,
      assetSeoUrl: `/catalog/${id}/x`,
      thumbnail: {},
    }));
    return { status: 200, body, shows: shown };
  }

  #apply(accountId: number, item: number, to: Wish, by: SimRequest | null, lag: number): void {
    const items = this.#set(accountId);
    if ((this.#lags.get(accountId) ?? 0) === 0) this.#shown.set(accountId, [...items]);
    this.#lags.set(accountId, lag);
    if (to === 'in') items.add(item);
    else items.delete(item);
    this.onEffect({ accountId, item, to, by });
  }

  #set(accountId: number): Set<number> {
    const known = this.#collections.get(accountId) ?? new Set();
    this.#collections.set(accountId, known);
    return known;
  }
}
