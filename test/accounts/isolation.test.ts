import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Random } from '../../electron/demo/art/random.ts';
import { AppError, toAppError } from '../../shared/errors.ts';
import { followedAccounts, fortyAccounts, signedInAccounts } from '../support/forty-accounts.ts';
import { CallMaker } from '../support/marked-calls.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { startSatchel, type Satchel } from '../support/services.ts';
import { SessionOwners } from '../support/session-owners.ts';

const requests = 10_000;
const workers = 24;
const changes = '/inventory/v1/collections/';

/** Answers late, so that answers overtake each other. */
const late =
  (random: Random): Fault =>
  async (exchange) => {
    await setTimeout(random.whole(1, 15));
    await faults.withHeaders({})(exchange);
  };

/** The person with 40 accounts: signs in, out and in again while everything else goes on. */
class Person {
  readonly #satchel: Satchel;
  readonly #owners: SessionOwners;
  #last: Promise<unknown> = Promise.resolve();
  readonly away = new Set<number>();

  constructor(satchel: Satchel, owners: SessionOwners) {
    this.#satchel = satchel;
    this.#owners = owners;
  }

  signIn(userId: number): Promise<unknown> {
    return this.#inTurn(userId, () => this.#paste(userId));
  }

  signOutAndIn(userId: number, atRoblox: boolean): Promise<unknown> {
    return this.#inTurn(userId, async () => {
      const { accounts } = this.#satchel.services;
      // Roblox may refuse, and then nothing has changed.
      await accounts.signOut(userId, { atRoblox, library: 'archive' }).catch(() => undefined);
      await this.#paste(userId);
    });
  }

  /** Waits for what is still being done. */
  async rest(): Promise<void> {
    await this.#last;
  }

  /** There is one clipboard: one after the other. */
  #inTurn(userId: number, task: () => Promise<unknown>): Promise<unknown> {
    if (this.away.has(userId)) return Promise.resolve();
    this.away.add(userId);
    this.#last = this.#last.then(task).finally(() => this.away.delete(userId));
    return this.#last;
  }

  async #paste(userId: number): Promise<void> {
    const { clipboard, services } = this.#satchel;
    clipboard.text = this.#owners.signIn(userId);
    const outcome = await services.signIn.paste().catch(toAppError);
    // Ended while it was being looked at: the person tries once more.
    if (outcome instanceof AppError && outcome.code === 'sessionRefused') await this.#paste(userId);
    else expect(outcome).toMatchObject({ accountId: userId });
  }
}

async function start() {
  const satchel = await startSatchel({
    roblox: {
      accounts: fortyAccounts,
      // Its tokens change when the test says so, and at no other time.
      now: () => Date.UTC(2026, 5, 1),
      limitFactor: 10_000,
      signedOutCanViewPerMinute: 1_000_000,
    },
  });
  const owners = new SessionOwners(satchel.server);
  const person = new Person(satchel, owners);
  for (const { userId } of signedInAccounts) await person.signIn(userId);
  await satchel.services.following.followAll(followedAccounts.map(({ name }) => name).join('\n'));
  owners.noteTokens(signedInAccounts.map(({ userId }) => userId));
  satchel.server.clear();
  return { satchel, owners, person };
}

describe('40 accounts, 3 of them signed in', () => {
  it(
    'a request that carries the session or the CSRF token of another account',
    { timeout: 120_000 },
    async () => {
      const { satchel, owners, person } = await start();
      const { server, services } = satchel;
      const random = new Random(40);
      const ids = fortyAccounts.map(({ userId }) => userId);
      const signedIn = signedInAccounts.map(({ userId }) => userId);
      const maker = new CallMaker(services, ids, random);
      const outcomes = new Map<string, number>();

      server.fail(() => random.next() < 0.02, late(random));
      server.fail(({ method }) => method === 'GET' && random.next() < 0.001, faults.reset());
      const disturb = (): void => {
        const victim = random.pick(signedIn);
        if (random.next() < 0.02) owners.rotate(victim);
        if (random.next() < 0.002) void person.signOutAndIn(victim, random.next() < 0.5);
        if (random.next() < 0.002) server.endSessions(victim);
        if (random.next() < 0.002) {
          server.passTime(24 * 3_600_000);
          owners.noteTokens(signedIn);
          server.fail(changes, faults.tokenRefused(), 10);
        }
      };
      const work = async (): Promise<void> => {
        while (server.requests.length < requests) {
          disturb();
          // Half of what goes on is about those that have a session.
          const accountId = random.next() < 0.5 ? random.pick(signedIn) : random.pick(ids);
          if (person.away.has(accountId)) await setTimeout(1);
          else {
            const outcome = await maker.call(accountId);
            outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
            if (outcome === 'sessionEnded') await person.signIn(accountId);
          }
        }
      };
      await Promise.all(Array.from({ length: workers }, work));
      await person.rest();

      const wrong = server.requests.filter((request) => {
        const made = maker.madeFor(request);
        const owner = owners.sessionOwner(request);
        // Who asks who it is learns that from the answer, which the maker has checked.
        if (made === undefined) return false;
        const token = owners.tokenOwner(request);
        return owner !== (signedIn.includes(made) ? made : null) || (token !== null && token !== made);
      });
      expect(wrong.map(({ method, path, session }) => `${method} ${path} with ${session}`)).toEqual([]);
      expect(maker.mistaken).toEqual([]);
      // It has all happened: answers of every kind, and sessions of every age.
      for (const outcome of [
        'done',
        'assetNotFound',
        'tokenRefused',
        'sessionEnded',
        'signInNeeded',
        'cancelled',
      ])
        expect(outcomes.get(outcome), outcome).toBeGreaterThan(0);
      expect(new Set(server.requests.map(({ session }) => session)).size).toBeGreaterThan(50);
    },
  );
});
