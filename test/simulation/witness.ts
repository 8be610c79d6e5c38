import type { Wish } from '../../shared/outbox.ts';
import { ChangeWitness } from './change-witness.ts';
import { ClosedWindows } from './closed-windows.ts';
import type { Device } from './device.ts';
import { ItemRecord, type Sent } from './item-record.ts';
import type { ModelAnswer } from './model-answer.ts';
import { Readings } from './readings.ts';
import { Room } from './room.ts';
import { SignIns } from './sign-ins.ts';
import type { SimRequest } from './sim-requests.ts';
import { decideUndecided, isSameAgain } from './undecided.ts';
import type { Uttered } from './wishes.ts';

/**
 * Sees everything one device is asked for, sends and is told, and says what it must not have done. Times by the clock that
 * only grows. What it leaves open, because nobody on that device could know better, each place says.
 */
export class Witness {
  readonly #say: (violation: string) => void;
  readonly items = new Map<string, ItemRecord>();
  readonly readings = new Readings();
  readonly windows = new ClosedWindows();
  readonly #sent = new WeakMap<SimRequest, Sent>();
  readonly #signIns = new SignIns();
  readonly #changes: ChangeWitness;
  #order = 0;
  #offset = 0;
  /** When the computer's clock was last set forward. */
  clockForwardAt = -1;

  constructor(name: string, tell: (violation: string) => void) {
    this.#say = (violation) => tell(`${name}: ${violation}`);
    const room = new Room(this.items, this.readings);
    this.#changes = new ChangeWitness(this.#signIns, room, this.#say);
  }

  /** Somebody wants something. Until the answer is there nobody can rely on it. */
  noteWish(
    accountId: number,
    item: number,
    wish: Wish,
    at: number,
    batch: object,
    room: readonly string[] = [],
  ): Uttered {
    const { isUnderWay, wishes } = this.#record(accountId, item);
    const before = wishes.newest;
    const uttered = wishes.utter(wish, at, batch, room);
    uttered.isRepeat = isUnderWay && before?.wish === wish && before.givenUpAt === null;
    return uttered;
  }

  /** The wish was accepted: from now on it must not be lost. */
  noteAccepted(accountId: number, item: number, uttered: Uttered): void {
    const { failures, wishes } = this.#record(accountId, item);
    uttered.isAccepted = true;
    if (!isSameAgain(wishes)) failures.clear();
    else if (!uttered.isRepeat) failures.repeat();
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
    this.#signIns.note(accountId);
  }

  noteClockSet(offset: number, at: number): void {
    this.windows.setClock(offset, at);
    this.#changes.setClock(at);
    if (offset > this.#offset) this.clockForwardAt = at;
    this.#offset = offset;
  }

  /** Roblox can be reached again: what was lost on its way need not wait. */
  noteComeBack(): void {
    this.#changes.forgetLosses();
    for (const { failures, isLost } of this.items.values()) if (isLost) failures.forgetWait();
  }

  noteRequest(asked: SimRequest, device: Device, now: number): void {
    const { accountId, budget, item, kind, session, token, wish } = asked;
    if (this.windows.isClosed(budget, now)) this.#say(`${budget} while closed`);
    if (session !== 0 && session !== accountId)
      this.#say(`${kind} ${accountId} with the session of ${session}`);
    if (token !== null && !token.startsWith(`token-${session}-`))
      this.#say(`${kind} ${accountId} with ${token}`);
    if (this.#signIns.isShut(session, wish)) this.#say(`${kind} ${accountId} before a sign-in`);
    const signIn = this.#signIns.numberOf(session);
    const sent: Sent =
      wish === null
        ? { at: now, signIn, uttered: undefined, wasOpen: false, isResent: false }
        : this.#changes.send({ asked, record: this.#record(accountId, item), now }, wish, device);
    this.#sent.set(asked, sent);
  }

  /** What the device was told; null when no whole answer arrived that says anything. */
  noteAnswer(asked: SimRequest, answer: ModelAnswer | null, now: number): void {
    const { accountId, budget, item, session, wish } = asked;
    const sent = this.#sent.get(asked);
    if (!sent) return;
    if (answer?.status === 401) this.#signIns.shut(session, sent.signIn, 'all');
    if (answer?.closedForMs !== undefined) this.windows.tell(budget, now, answer.closedForMs);
    if (wish === null) this.#noteReading(accountId, sent, answer);
    else this.#changes.told({ asked, record: this.#record(accountId, item), now }, sent, answer);
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

  /** Whether what came of a request is on the disk now: the outcome for an item, or, without one, until when it is closed. */
  noteWritten(accountId: number, item: number | null, isWritten: boolean, now: number): void {
    if (item === null) this.windows.noteWritten(accountId, isWritten, now);
    else this.#record(accountId, item).noteWritten(isWritten, now);
  }

  /** The run ended at once: it knows no more than what it had time to write. */
  noteKilled(now: number, inFlight: readonly SimRequest[]): void {
    for (const asked of inFlight) {
      if (asked.wish === null) continue;
      const record = this.#record(asked.accountId, asked.item);
      // What was given up meanwhile is begun anew.
      if (record.wishes.lastGivenUpAt < (this.#sent.get(asked)?.at ?? 0)) record.unreadSince = now;
    }
    for (const record of this.items.values()) record.endRun(now);
    this.windows.endRun(now);
    this.#changes.forgetLosses();
    this.#signIns.endRun();
  }

  /** The next run has begun, and done nothing yet: what was in the balance when the last one ended is decided now. */
  noteStarted(device: Device, now: number): void {
    decideUndecided({ items: this.items, readings: this.readings, device, now, say: this.#say });
  }

  /** What was not shown for good reason counts as read: an answer to the change tells then. */
  #noteReading(accountId: number, sent: Sent, answer: ModelAnswer | null): void {
    if (answer === null || answer.status === 429 || answer.status === 401) return;
    for (const [key, record] of this.items)
      if (key.startsWith(`${accountId}/`) && record.unreadSince !== null && record.unreadSince <= sent.at)
        record.unreadSince = null;
    if (answer.shows) this.readings.take(accountId, answer.shows);
  }

  #record(accountId: number, item: number): ItemRecord {
    const key = `${accountId}/${item}`;
    const known = this.items.get(key) ?? new ItemRecord();
    this.items.set(key, known);
    return known;
  }
}
