import type { Wish } from '../../shared/outbox.ts';
import type { Device } from './device.ts';
import type { Effect } from './model-roblox.ts';
import type { SimRequest } from './sim-requests.ts';
import { ItemWishes } from './wishes.ts';

interface Window {
  readonly until: number;
  readonly toldAt: number;
}

interface Failing {
  count: number;
  /** Since somebody last wanted something else. */
  total: number;
  at: number;
}

const mostAttempts = 8;
const aboutForMs = 90_000;

/** Sees everything one device does and says what it must not have done. Times by the clock that only grows. */
export class Witness {
  readonly #name: string;
  readonly #tell: (violation: string) => void;
  readonly wishes = new Map<string, ItemWishes>();
  readonly #windows = new Map<string, Window>();
  readonly #unread = new Set<string>();
  readonly #failing = new Map<string, Failing>();
  readonly #refused = new Set<string>();
  readonly #resent = new Set<string>();
  readonly #answered = new Map<string, { readonly wish: Wish; readonly at: number }>();
  #clockSetAt = -1;

  constructor(name: string, tell: (violation: string) => void) {
    this.#name = name;
    this.#tell = tell;
  }

  /** Somebody wants something. Until the answer is there nobody can rely on it. */
  noteWish(accountId: number, item: number, wish: Wish, at: number): void {
    const key = `${accountId}/${item}`;
    const known = this.wishes.get(key) ?? new ItemWishes();
    this.wishes.set(key, known);
    known.utter(wish, at, true);
  }

  /** The wish was accepted. */
  noteAccepted(accountId: number, item: number): void {
    const key = `${accountId}/${item}`;
    const wishes = this.wishes.get(key);
    if (wishes) wishes.isUnsure = false;
    const failing = this.#failing.get(key);
    if (failing && wishes?.isRepeated) failing.count = 0;
    else this.#failing.delete(key);
  }

  noteGivenUp(accountId: number, item: number, at: number): void {
    this.wishes.get(`${accountId}/${item}`)?.giveUp(at);
    this.#unread.delete(`${accountId}/${item}`);
    this.#failing.delete(`${accountId}/${item}`);
  }

  noteUnsure(accountId: number, item: number): void {
    const key = `${accountId}/${item}`;
    const wishes = this.wishes.get(key);
    if (wishes) wishes.isUnsure = true;
    this.#unread.delete(key);
  }

  noteRetry(accountId: number, item: number): void {
    this.#failing.delete(`${accountId}/${item}`);
  }

  noteClockSet(at: number): void {
    this.#clockSetAt = at;
  }

  noteComeBack(): void {
    for (const failing of this.#failing.values()) failing.at = Number.NEGATIVE_INFINITY;
  }

  noteRequest({ accountId, budget, item, wish }: SimRequest, device: Device, now: number): void {
    const window = this.#windows.get(budget);
    if (window && window.until > now) this.#say(`${budget} while closed`);
    if (wish === null) return;
    const key = `${accountId}/${item}`;
    if (!this.wishes.get(key)?.wasWanted(wish, now, aboutForMs))
      this.#say(`${wish} ${key} asked for by nobody`);
    if (this.#unread.has(key)) this.#say(`${key} sent again without reading`);
    const failing = this.#failing.get(key);
    if (failing && failing.count >= mostAttempts) this.#say(`${key} sent after ${failing.count} failures`);
    if (failing && this.#clockSetAt <= failing.at && now - failing.at < 1000)
      this.#say(`${key} sent again at once after a failure`);
    // With a new token a request goes again, whatever was wanted meanwhile.
    if (!this.#resent.delete(key)) this.#checkOrder(accountId, item, device);
  }

  /** `status` is null when no whole answer arrived that says anything. */
  noteAnswer({ accountId, item, wish }: SimRequest, status: number | null, now: number, code?: number): void {
    const key = `${accountId}/${item}`;
    if (wish === null) {
      if (status !== null && status !== 429 && status !== 401) this.#forgetUnread(accountId);
      return;
    }
    const isDone = status === 200 || (status === 403 && (code === 7 || code === 8));
    if (isDone) this.#answered.set(key, { wish, at: now });
    if (status === 403 && code === 0) this.#resent.add(key);
    if (status === null) this.#unread.add(key);
    else if (status === 408 || status >= 500) {
      const known = this.#failing.get(key);
      const [count, total] = [(known?.count ?? 0) + 1, (known?.total ?? 0) + 1];
      this.#failing.set(key, { count, total, at: now });
    } else if (status === 400 || (status === 403 && [4, 5, 6, 9].includes(code ?? 0))) {
      this.#refused.add(`${key} ${wish}`);
    } else if (status === 200) this.#failing.delete(key);
  }

  noteClosed({ budget }: SimRequest, until: number, toldAt: number): void {
    this.#windows.set(budget, { until, toldAt });
  }

  /** The device was killed: it knows no more than what it had time to write. */
  noteKilled(now: number, inFlight: readonly SimRequest[]): void {
    for (const { accountId, item, wish } of inFlight) {
      const wishes = this.wishes.get(`${accountId}/${item}`);
      // What was given up at that moment is begun anew.
      if (wish && !wishes?.isGivenUp && !wishes?.isUnsure) this.#unread.add(`${accountId}/${item}`);
    }
    // An answer that came just now could not be written down.
    for (const failing of this.#failing.values()) {
      if (failing.at < now) continue;
      failing.count -= 1;
      failing.at = Number.NEGATIVE_INFINITY;
    }
    for (const [key, { at }] of this.#answered) if (at >= now) this.#answered.delete(key);
    for (const [key, { toldAt }] of this.#windows)
      if (key.startsWith('read') || key === 'signed out' || toldAt >= now || this.#clockSetAt >= toldAt)
        this.#windows.delete(key);
  }

  /** What Roblox has just said must be on screen, whatever an older reading shows. */
  checkScreen(device: Device, now: number): void {
    for (const [key, { wish, at }] of this.#answered) {
      if (now - at > 50_000 || this.#clockSetAt >= at) continue;
      const wishes = this.wishes.get(key);
      const [accountId = 0, item = 0] = key.split('/').map(Number);
      const sql = 'SELECT 1 FROM outbox_change WHERE account_id = ? AND item_id = ?';
      if (wishes?.isTouched || wishes?.isUnsure || device.rows(sql, accountId, item).length > 0) continue;
      if (device.shown(accountId).includes(item) !== (wish === 'in'))
        this.#say(`Roblox answered ${wish} for ${key}, and the screen shows otherwise`);
    }
  }

  noteEffect({ accountId, item, to }: Effect): void {
    const wishes = this.wishes.get(`${accountId}/${item}`);
    const effects = wishes?.countEffect(to) ?? 1;
    if (effects > 1 && !wishes?.isTouched && !wishes?.isUnsure)
      this.#say(`${to} ${accountId}/${item} had ${effects} effects`);
  }

  noteTouched(accountId: number, item: number): void {
    const key = `${accountId}/${item}`;
    const wishes = this.wishes.get(key) ?? new ItemWishes();
    this.wishes.set(key, wishes);
    wishes.isTouched = true;
  }

  /** How often Roblox failed over it without deciding. */
  failuresOf(accountId: number, item: number): number {
    return this.#failing.get(`${accountId}/${item}`)?.total ?? 0;
  }

  wasRefused(accountId: number, item: number, wish: string): boolean {
    return this.#refused.has(`${accountId}/${item} ${wish}`);
  }

  #checkOrder(accountId: number, item: number, device: Device): void {
    const overtaken = device.rows(
      `SELECT o.item_id FROM outbox_change c JOIN outbox_change o ON o.account_id = c.account_id
       WHERE c.account_id = ? AND c.item_id = ? AND c.state = 'sending' AND o.sequence < c.sequence
         AND o.state = 'waiting' AND o.attempts = 0 AND o.losses = 0 AND o.sent IS NULL`,
      accountId,
      item,
    );
    if (overtaken.length > 0) this.#say(`${accountId}/${item} overtook ${JSON.stringify(overtaken)}`);
  }

  #forgetUnread(accountId: number): void {
    for (const key of this.#unread) if (key.startsWith(`${accountId}/`)) this.#unread.delete(key);
  }

  #say(violation: string): void {
    this.#tell(`${this.#name}: ${violation}`);
  }
}
