import type { Wish } from '../../shared/outbox.ts';
import type { Device } from './device.ts';
import { mostAttempts } from './failures.ts';
import type { ItemRecord, Sent } from './item-record.ts';
import type { ModelAnswer } from './model-answer.ts';
import type { Room } from './room.ts';
import type { SignIns } from './sign-ins.ts';
import type { SimRequest } from './sim-requests.ts';

const restsForMs = 1000;

/** A request for a change, and what the witness knows of its item. */
export interface WitnessedChange {
  readonly asked: SimRequest;
  readonly record: ItemRecord;
  readonly now: number;
}

/** Judges every request for a change as it goes out, and takes in what the device is told of it. */
export class ChangeWitness {
  readonly #signIns: SignIns;
  readonly #room: Room;
  readonly #say: (violation: string) => void;
  /** When a change of an account was last lost on its way. */
  readonly #lostAt = new Map<number, number>();
  #clockSetAt = -1;

  constructor(signIns: SignIns, room: Room, say: (violation: string) => void) {
    this.#signIns = signIns;
    this.#room = room;
    this.#say = say;
  }

  setClock(at: number): void {
    this.#clockSetAt = at;
  }

  /** Nothing has to rest any longer after a loss. */
  forgetLosses(): void {
    this.#lostAt.clear();
  }

  send(change: WitnessedChange, wish: Wish, device: Device): Sent {
    const { asked, record, now } = change;
    const { knowledge, wishes } = record;
    const again = record.refusedToken;
    record.refusedToken = null;
    record.isUnderWay = true;
    // With a new token a request goes again, whatever was wanted meanwhile.
    if (again?.wish === wish && again.at === now) {
      knowledge.send();
      return { ...again.sent, isResent: true };
    }
    const key = `${asked.accountId}/${asked.item}`;
    const uttered = wishes.wanted(wish, now);
    if (!uttered) this.#say(`${wish} ${key} asked for by nobody`);
    else if (uttered.refusedAt !== null && !uttered.mayGoAgain)
      this.#say(`${wish} ${key} sent after a refusal`);
    else if (knowledge.isSettledSince(wish, uttered.at)) this.#say(`${wish} ${key} sent after its answer`);
    const awaited = uttered ? this.#room.awaited(uttered) : [];
    if (awaited.length > 0) this.#say(`${wish} ${key} went before ${awaited.join()} had made room`);
    this.#checkWaits(change, key);
    this.#checkKept(change, key, device);
    const signIn = this.#signIns.numberOf(asked.session);
    return { at: now, signIn, uttered, wasOpen: knowledge.send(), isResent: false };
  }

  /** `answer` is null when no whole one arrived that says anything. */
  told({ asked, record, now }: WitnessedChange, sent: Sent, answer: ModelAnswer | null): void {
    const { failures, knowledge, wishes } = record;
    const { status, robloxCode: code = -1, headers } = answer ?? { status: 0 };
    const wish = asked.wish ?? 'in';
    if (answer === null) {
      record.isLost = true;
      this.#lostAt.set(asked.accountId, now);
      if (wishes.newest?.givenUpAt === null) record.unreadSince = now;
    } else if (status === 200 || (status === 403 && (code === 7 || code === 8))) {
      record.done(wish, now);
    } else if (status === 400 || (status === 403 && [4, 5, 6, 9].includes(code))) {
      knowledge.nothingDone(sent.wasOpen);
      failures.clear();
      if (sent.uttered) wishes.refuse(sent.uttered, now);
    } else if (headers?.['rblx-challenge-id'] !== undefined) {
      knowledge.nothingDone(sent.wasOpen);
      this.#signIns.shut(asked.session, sent.signIn, 'changes');
    } else if (headers?.['x-csrf-token'] !== undefined && !sent.isResent) {
      knowledge.nothingDone(sent.wasOpen);
      record.refusedToken = { wish, at: now, sent };
    } else if (status === 401 || status === 429) knowledge.nothingDone(sent.wasOpen);
    // The failure of an older wish is not held against a newer one.
    else if (sent.uttered && wishes.isStillWanted(sent.uttered)) failures.fail(now);
  }

  #checkWaits({ asked, record, now }: WitnessedChange, key: string): void {
    const { failures, unreadSince } = record;
    if (unreadSince !== null) this.#say(`${key} sent again without reading`);
    if (failures.least >= mostAttempts) this.#say(`${key} sent after ${failures.least} failures`);
    // A wait is kept by the computer's clock, which says nothing of it once it has been set: then, once, it may go at once.
    if (failures.isFresh(now, this.#clockSetAt)) this.#say(`${key} sent again at once after a failure`);
    const lostAt = this.#lostAt.get(asked.accountId) ?? -restsForMs;
    if (now - lostAt < restsForMs) this.#say(`${key} sent at once after a loss`);
  }

  /** Each step is on the disk before it is taken, and none overtakes one that was accepted before it. */
  #checkKept({ asked, record, now }: WitnessedChange, key: string, device: Device): void {
    const { isDiscarding, lastGivenUpAt } = record.wishes;
    const row = device.change(key);
    // What is given up this very moment may have gone from the disk after it went out.
    const isGivenUp = isDiscarding || lastGivenUpAt >= now;
    if (!isGivenUp && (row?.state !== 'sending' || row.sent !== asked.wish))
      this.#say(`${asked.wish} ${key} went out while it was kept as ${row?.state ?? 'nothing'}`);
    const overtaken = device
      .overtakenBy(asked.accountId, asked.item)
      .filter((item) => !this.#room.mayBeAwaited(`${asked.accountId}/${item}`));
    if (overtaken.length > 0) this.#say(`${key} overtook ${overtaken.join()}`);
  }
}
