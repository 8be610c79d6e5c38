import type { Wish } from '../../shared/outbox.ts';
import { ClosedWindows } from './closed-windows.ts';
import type { Device } from './device.ts';
import { mostAttempts } from './failures.ts';
import { ItemRecord, type Sent } from './item-record.ts';
import type { ModelAnswer } from './model-roblox.ts';
import { Readings } from './readings.ts';
import type { SimRequest } from './sim-requests.ts';
import type { Uttered } from './wishes.ts';

/**
 * Sees everything one device is asked for, sends and is told, and says what it must not have done. Times by the clock that
 * only grows. What it leaves open, because nobody on that device could know better, each place says.
 */
export class Witness {
  readonly #name: string;
  readonly #tell: (violation: string) => void;
  readonly items = new Map<string, ItemRecord>();
  readonly readings = new Readings();
  readonly windows = new ClosedWindows();
  readonly #sent = new WeakMap<SimRequest, Sent>();
  /** Accounts Roblox lets nothing through for, or no changes, until somebody signs in. */
  readonly #shut = new Map<number, 'all' | 'changes'>();
  readonly #signIns = new Map<number, number>();
  /** When a change of an account was last lost on its way. */
  readonly #lostAt = new Map<number, number>();
  #order = 0;
  #offset = 0;
  #clockSetAt = -1;
  /** When the computer's clock was last set forward. */
  clockForwardAt = -1;

  constructor(name: string, tell: (violation: string) => void) {
    this.#name = name;
    this.#tell = tell;
  }

  /** Somebody wants something. Until the answer is there nobody can rely on it. */
  noteWish(accountId: number, item: number, wish: Wish, at: number, batch: object): Uttered {
    return this.#record(accountId, item).wishes.utter(wish, at, batch);
  }

  /** The wish was accepted: from now on it must not be lost. */
  noteAccepted(accountId: number, item: number, uttered: Uttered): void {
    const { failures, wishes } = this.#record(accountId, item);
    uttered.isAccepted = true;
    if (isSameAgain(wishes)) failures.repeat();
    else failures.clear();
  }

  noteDiscarding(accountId: number, item: number): void {
    const record = this.#record(accountId, item);
    record.wishes.isDiscarding = true;
    record.unreadSince = null;
  }

  noteDiscarded(accountId: number, item: number, at: number): void {
    const { failures, wishes } = this.#record(accountId, item);
    wishes.giveUp(at);
    failures.clear();
  }

  noteRetrying(accountId: number, item: number): void {
    const { failures, wishes } = this.#record(accountId, item);
    if (wishes.newest) wishes.newest.mayGoAgain = true;
    failures.mayBegin();
  }

  noteRetried(accountId: number, item: number): void {
    const { failures, wishes } = this.#record(accountId, item);
    if (wishes.newest) wishes.newest.refusedAt = null;
    failures.clear();
  }

  noteSignIn(accountId: number): void {
    this.#shut.delete(accountId);
    this.#signIns.set(accountId, this.#signInOf(accountId) + 1);
  }

  noteClockSet(offset: number, at: number): void {
    this.windows.setClock(offset, at);
    this.#clockSetAt = at;
    if (offset > this.#offset) this.clockForwardAt = at;
    this.#offset = offset;
  }

  /** Roblox can be reached again: what was lost on its way need not wait. */
  noteComeBack(): void {
    this.#lostAt.clear();
    for (const { failures, isLost } of this.items.values()) if (isLost) failures.forgetWait();
  }

  noteRequest(asked: SimRequest, device: Device, now: number): void {
    const { accountId, budget, item, kind, session, token, wish } = asked;
    if (this.windows.isClosed(budget, now)) this.#say(`${budget} while closed`);
    if (session !== 0 && session !== accountId)
      this.#say(`${kind} ${accountId} with the session of ${session}`);
    if (token !== null && !token.startsWith(`token-${session}-`))
      this.#say(`${kind} ${accountId} with ${token}`);
    const shut = session === 0 ? undefined : this.#shut.get(session);
    if (shut === 'all' || (shut === 'changes' && wish !== null))
      this.#say(`${kind} ${accountId} before a sign-in`);
    if (wish === null) this.#sent.set(asked, this.#asSent(session, now, undefined, false));
    else this.#noteChange(`${accountId}/${item}`, this.#record(accountId, item), asked, wish, device, now);
  }

  /** What the device was told; null when no whole answer arrived that says anything. */
  noteAnswer(asked: SimRequest, answer: ModelAnswer | null, now: number): void {
    const { accountId, budget, item, session, wish } = asked;
    const sent = this.#sent.get(asked);
    if (!sent) return;
    if (answer?.status === 401) this.#shutOut(session, sent, 'all');
    if (answer?.closedForMs !== undefined) this.windows.tell(budget, now, answer.closedForMs);
    if (wish === null) this.#noteReading(accountId, sent, answer);
    else this.#noteOutcome(asked, this.#record(accountId, item), sent, answer, now);
  }

  /** A request of this device has reached Roblox, and what came of it. */
  noteArrival({ accountId, item, wish }: SimRequest, { status, robloxCode }: ModelAnswer): void {
    const isSo = status === 200 || robloxCode === 7 || robloxCode === 8;
    const record = this.#record(accountId, item);
    if (wish !== null && isSo && record.wishes.newest?.wish === wish) record.confirmedOrder = ++this.#order;
  }

  /** A request of this device changed the collection. Each wish does so once, and once more after others turned it back. */
  noteEffect(asked: SimRequest): void {
    const uttered = this.#sent.get(asked)?.uttered;
    if (!uttered) return;
    uttered.effects += 1;
    if (uttered.effects > 1 + uttered.turnedBack)
      this.#say(`${uttered.wish} ${asked.accountId}/${asked.item} had ${uttered.effects} effects`);
  }

  /** Somebody else changed the collection: another device, or a browser. */
  noteOthers(accountId: number, item: number, to: Wish): void {
    const record = this.#record(accountId, item);
    record.othersOrder = ++this.#order;
    record.wishes.turnBack(to);
  }

  hasSent(asked: SimRequest | null): asked is SimRequest {
    return asked !== null && this.#sent.has(asked);
  }

  /** The run ended at once: it knows no more than what it had time to write. */
  noteKilled(now: number, inFlight: readonly SimRequest[]): void {
    for (const asked of inFlight) {
      if (asked.wish === null) continue;
      const record = this.#record(asked.accountId, asked.item);
      // What was given up meanwhile is begun anew.
      if (record.wishes.lastGivenUpAt < (this.#sent.get(asked)?.at ?? 0)) record.unreadSince = now;
    }
    for (const { failures, knowledge, wishes } of this.items.values()) {
      failures.endRun(now);
      knowledge.endRun(now);
      wishes.endRun(now);
    }
    this.windows.endRun(now);
    this.#lostAt.clear();
    // Who has to sign in is known from the account, which the next run is given by its story.
    for (const [accountId, shut] of this.#shut) if (shut === 'all') this.#shut.delete(accountId);
  }

  /** The next run has begun, and done nothing yet: what was in the balance when the last one ended is decided now. */
  noteStarted(device: Device, now: number): void {
    const taken = new Set<object>();
    const left = new Set<object>();
    for (const [key, record] of this.items) {
      const { wishes } = record;
      const { newest } = wishes;
      if (!newest || !wishes.isUnsure) continue;
      const row = device.change(key);
      const isThere = row?.wish === newest.wish && row.state !== 'refused';
      if (row === undefined) record.unreadSince = null;
      if (wishes.isDiscarding) {
        if (row) wishes.isDiscarding = false;
        else wishes.giveUp(now);
        continue;
      }
      const isSame = isSameAgain(wishes);
      if (!isSame && (isThere || !this.mayBeGone(key))) (isThere ? taken : left).add(newest.batch);
      if (isThere) newest.isAccepted = true;
      // Accepted and at once cancelled with what waited, or not accepted and that has gone: nobody can tell these apart.
      else if (row !== undefined || isSame || !this.mayBeGone(key)) wishes.withdraw();
    }
    for (const batch of taken)
      if (left.has(batch)) this.#say('Half of what was wanted together was accepted');
  }

  /**
   * Whether nothing need be kept of an item: Roblox's last word on it is the newest wish; or it has never been changed here,
   * readings show it so, and the wish has only taken back one that was never sent.
   */
  mayBeGone(key: string): boolean {
    const { knowledge, wishes } = this.items.get(key) ?? new ItemRecord();
    const { beforeNewest, newest } = wishes;
    if (!newest || knowledge.isSettled(newest.wish)) return true;
    const isBack = beforeNewest?.givenUpAt === null && beforeNewest.wish !== newest.wish;
    const [accountId = 0, item = 0] = key.split('/').map(Number);
    return (
      !knowledge.isOpen &&
      !knowledge.answered &&
      isBack &&
      this.readings.haveShown(accountId, item, newest.wish)
    );
  }

  #noteChange(
    key: string,
    record: ItemRecord,
    asked: SimRequest,
    wish: Wish,
    device: Device,
    now: number,
  ): void {
    const { failures, knowledge, wishes } = record;
    const again = record.refusedToken;
    record.refusedToken = null;
    if (again?.wish === wish && again.at === now) {
      // With a new token a request goes again, whatever was wanted meanwhile.
      knowledge.send();
      this.#sent.set(asked, { ...again.sent, isResent: true });
      return;
    }
    const uttered = wishes.wanted(wish, now);
    if (!uttered) this.#say(`${wish} ${key} asked for by nobody`);
    if (uttered && uttered.refusedAt !== null && !uttered.mayGoAgain)
      this.#say(`${wish} ${key} sent after a refusal`);
    if (uttered && knowledge.isSettledSince(wish, uttered.at))
      this.#say(`${wish} ${key} sent after its answer`);
    if (record.unreadSince !== null) this.#say(`${key} sent again without reading`);
    if (failures.least >= mostAttempts) this.#say(`${key} sent after ${failures.least} failures`);
    if (failures.isFresh(now, this.#clockSetAt)) this.#say(`${key} sent again at once after a failure`);
    if (now - (this.#lostAt.get(asked.accountId) ?? -1000) < 1000)
      this.#say(`${key} sent at once after a loss`);
    this.#checkNoted(key, asked, wishes.lastGivenUpAt >= now || wishes.isDiscarding, device);
    this.#sent.set(asked, this.#asSent(asked.session, now, uttered, knowledge.send()));
  }

  #asSent(session: number, at: number, uttered: Uttered | undefined, wasOpen: boolean): Sent {
    return { at, signIn: this.#signInOf(session), uttered, wasOpen, isResent: false };
  }

  #signInOf(accountId: number): number {
    return this.#signIns.get(accountId) ?? 0;
  }

  /** What was asked in an earlier sign-in says nothing of this one. */
  #shutOut(accountId: number, { signIn }: Sent, what: 'all' | 'changes'): void {
    const isOf = accountId !== 0 && signIn === this.#signInOf(accountId);
    if (isOf && this.#shut.get(accountId) !== 'all') this.#shut.set(accountId, what);
  }

  #noteOutcome(
    asked: SimRequest,
    record: ItemRecord,
    sent: Sent,
    answer: ModelAnswer | null,
    now: number,
  ): void {
    const { failures, knowledge, wishes } = record;
    const { status, robloxCode: code = -1, headers } = answer ?? { status: 0 };
    const wish = asked.wish ?? 'in';
    if (answer === null) {
      record.isLost = true;
      this.#lostAt.set(asked.accountId, now);
      if (wishes.newest?.givenUpAt === null) record.unreadSince = now;
    } else if (status === 200 || (status === 403 && (code === 7 || code === 8))) {
      knowledge.settle(wish, now);
      failures.done(now);
      record.isLost = false;
    } else if (status === 400 || (status === 403 && [4, 5, 6, 9].includes(code))) {
      knowledge.nothingDone(sent.wasOpen);
      failures.clear();
      if (sent.uttered) wishes.refuse(sent.uttered, now);
    } else if (headers?.['rblx-challenge-id'] !== undefined) {
      knowledge.nothingDone(sent.wasOpen);
      this.#shutOut(asked.session, sent, 'changes');
    } else if (headers?.['x-csrf-token'] !== undefined && !sent.isResent) {
      knowledge.nothingDone(sent.wasOpen);
      record.refusedToken = { wish, at: now, sent };
    } else if (status === 401 || status === 429) knowledge.nothingDone(sent.wasOpen);
    // The failure of an older wish is not held against a newer one.
    else if (sent.uttered && wishes.isStillWanted(sent.uttered)) failures.fail(now);
  }

  /** What was not shown for good reason counts as read: an answer to the change tells then. */
  #noteReading(accountId: number, sent: Sent, answer: ModelAnswer | null): void {
    if (answer === null || answer.status === 429 || answer.status === 401) return;
    for (const [key, record] of this.items)
      if (key.startsWith(`${accountId}/`) && record.unreadSince !== null && record.unreadSince <= sent.at)
        record.unreadSince = null;
    if (answer.shows) this.readings.take(accountId, answer.shows);
  }

  /** Each step is on the disk before it is taken, and none overtakes one that was accepted before it. */
  #checkNoted(key: string, { accountId, item, wish }: SimRequest, isGivenUp: boolean, device: Device): void {
    const row = device.change(key);
    if (!isGivenUp && (row?.state !== 'sending' || row.sent !== wish))
      this.#say(`${wish} ${key} went out while it was kept as ${row?.state ?? 'nothing'}`);
    const overtaken = device.rows(
      `SELECT o.item_id FROM outbox_change c JOIN outbox_change o ON o.account_id = c.account_id
       WHERE c.account_id = ? AND c.item_id = ? AND c.state = 'sending' AND o.sequence < c.sequence
         AND o.state = 'waiting' AND o.attempts = 0 AND o.losses = 0 AND o.sent IS NULL`,
      accountId,
      item,
    );
    if (overtaken.length > 0) this.#say(`${key} overtook ${JSON.stringify(overtaken)}`);
  }

  #record(accountId: number, item: number): ItemRecord {
    const key = `${accountId}/${item}`;
    const known = this.items.get(key) ?? new ItemRecord();
    this.items.set(key, known);
    return known;
  }

  #say(violation: string): void {
    this.#tell(`${this.#name}: ${violation}`);
  }
}

/** Said again, of what still counted. */
function isSameAgain({ beforeNewest, newest }: ItemRecord['wishes']): boolean {
  return (
    beforeNewest?.wish === newest?.wish && beforeNewest?.givenUpAt === null && beforeNewest.refusedAt === null
  );
}
