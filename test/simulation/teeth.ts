/** One bug planted in the engine: what it is, and the text of a source file it takes the place of. */
export interface Tooth {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Where it shows: `schedules` when absent. */
  readonly lane?: 'kill';
  /** A story that has it, where few have. */
  readonly seed?: number;
}

const sendings = 'electron/library/outbox/sendings.ts';
const outbox = 'electron/library/outbox/outbox.ts';
const memberships = 'electron/library/outbox/memberships.ts';
const replay = 'electron/sync/outbox/account-replay.ts';
const judging = 'electron/sync/outbox/attempt-outcome.ts';
const client = 'electron/roblox/client.ts';
const wire = 'electron/sync/outbox/profile-wire.ts';

/** Bugs that somebody might write one day. Each by itself has to turn its lane red. */
export const teeth: readonly Tooth[] = [
  {
    name: 'a change is acknowledged before it is on the disk',
    file: 'electron/sync/outbox/profile-outbox.ts',
    from: 'const waiting = await library.profileSteps.accept(accountId, wish, items, clock.now(), into);',
    to: 'const waiting = 1; void library.profileSteps.accept(accountId, wish, items, clock.now(), into);',
  },
  {
    name: 'an unknown outcome is sent again without reading',
    file: replay,
    from: 'if (await this.#readFirst()) await sendings.noteRead(change);',
    to: 'await sendings.noteRead(change);',
  },
  {
    name: 'what was on its way before a kill is taken for waiting',
    file: sendings,
    from: `SET state = 'unknown', not_before = 0 WHERE state = 'sending'`,
    to: `SET state = 'waiting', not_before = 0 WHERE state = 'sending'`,
  },
  {
    name: 'what was on its way before a kill is forgotten',
    file: sendings,
    from: `UPDATE outbox_change SET state = 'unknown', not_before = 0 WHERE state = 'sending'`,
    to: `DELETE FROM outbox_change WHERE state = 'sending'`,
  },
  {
    name: 'a change goes out in the name of another account',
    file: wire,
    from: `await client.call(endpoint, params, { accountId });`,
    to: `await client.call(endpoint, params, { accountId: accountId === 22 && item.id === 3 ? 11 : accountId });`,
  },
  {
    name: 'the first change that fails blocks all after it',
    file: sendings,
    from: 'ORDER BY wait, sequence LIMIT 1',
    to: 'ORDER BY sequence LIMIT 1',
  },
  {
    name: 'the date of a Retry-After is ignored',
    file: 'electron/roblox/rate-headers.ts',
    from: 'const ms = seconds(value) ?? decimal ?? Date.parse(value)',
    to: 'const ms = seconds(value) ?? decimal ?? 0 * Date.parse(value)',
  },
  {
    name: 'a pause is not kept for the next run',
    file: replay,
    from: 'await sendings.pause(accountId, leftMs, clock.now());',
    to: 'await sendings.pause(accountId, 0 * leftMs, clock.now());',
  },
  {
    name: 'the newest wish is dropped while an older one is on its way',
    file: outbox,
    from: 'if (row?.wish === wish && !isOver) return;',
    to: `if ((row?.wish === wish && !isOver) || row?.state === 'sending') return;`,
  },
  {
    name: 'the answer to an older wish settles the newer one',
    file: sendings,
    from: 'const isNewest = row?.sequence === sequence;',
    to: 'const isNewest = true;',
  },
  {
    name: 'a wish is cancelled though something is on its way',
    file: outbox,
    from: 'if (sent === null && isBack) return;',
    to: 'if (isBack) return;',
  },
  {
    name: 'a failure with 5xx is taken to have done nothing',
    file: sendings,
    from: `const stillSent = outcome.kind === 'notNow' ? sent : wish;`,
    to: `const stillSent = outcome.kind !== 'unanswered' ? sent : wish;`,
  },
  {
    name: 'a lagging reading takes a change back on screen',
    file: memberships,
    from: 'return (row.is_seen === 1 && !isOlder) || age >= lagMs ? read : row.is_in;',
    to: 'return read;',
  },
  {
    name: 'an older reading that comes late takes a change back on screen',
    file: memberships,
    seed: 79_547,
    from: 'return (row.is_seen === 1 && !isOlder)',
    to: 'return row.is_seen === 1',
  },
  {
    name: '"already in" and "not in" are taken for failures',
    file: judging,
    from: `if (code === alreadySo[wish]) return { kind: 'done', error };`,
    to: '',
  },
  {
    name: 'a 5xx is taken for a refusal',
    file: judging,
    from: 'const isRefused = status === 400',
    to: 'const isRefused = status >= 500 || status === 400',
  },
  {
    name: 'half an answer is taken for a success',
    file: judging,
    from: `if (status === undefined || status < 300) return { kind: 'unanswered', error };`,
    to: `if (status !== undefined && status < 300) return { kind: 'done', error };
  if (status === undefined) return { kind: 'unanswered', error };`,
  },
  {
    name: 'nothing is ever parked',
    file: sendings,
    from: 'const isParked = attempts >= mostAttempts;',
    to: 'const isParked = attempts >= 10 * mostAttempts;',
  },
  {
    name: 'a lost request counts as a failure',
    file: sendings,
    from: 'const attempts = row.attempts + Number(counts && !isLost);',
    to: 'const attempts = row.attempts + 3 * Number(counts);',
  },
  {
    name: 'a failure is tried again at once',
    file: 'electron/sync/outbox/backoff.ts',
    from: 'return Math.max(firstWaitMs, Math.round(random() * most));',
    to: 'return Math.max(1, Math.round(random() * most * 0));',
  },
  {
    name: 'a clock set wrong makes a wait last for years',
    file: sendings,
    from: 'CASE WHEN not_before - ?2 BETWEEN 1 AND ?3 THEN not_before - ?2 ELSE 0 END',
    to: 'CASE WHEN not_before - ?2 >= 1 AND ?3 > 0 THEN not_before - ?2 ELSE 0 END',
  },
  {
    name: 'a 429 is taken for an answer that settles the change',
    file: judging,
    from: `if (code === 'rateLimited') return`,
    to: `if (code === 'rateLimited' && facts.status === 429) return { kind: 'done', error };
  if (code === 'rateLimited') return`,
  },
  {
    name: 'the newest change goes first',
    file: sendings,
    from: 'ORDER BY wait, sequence LIMIT 1',
    to: 'ORDER BY wait, sequence DESC LIMIT 1',
  },
  {
    name: 'a change is sent once more after its answer',
    file: replay,
    from: 'await sendings.settle(change, outcome, answeredAt);',
    to: `if (outcome.kind === 'done') await this.#options.send(change).catch(() => undefined);
    await sendings.settle(change, outcome, answeredAt);`,
  },
  {
    name: 'an outcome that the disk did not take is forgotten',
    file: replay,
    from: 'this.#unwritten = news;',
    to: 'this.#unwritten = null;',
  },
  {
    name: "one account's token goes with another's change",
    file: 'electron/roblox/sender.ts',
    from: 'const token = this.#csrfTokens.get(owner);',
    to: 'const token = [...this.#csrfTokens.values()].at(-1);',
  },
  {
    name: "a collection is read with another account's session",
    file: wire,
    from: '{ ...call, accountId },',
    to: '{ ...call, accountId: 11 },',
  },
  {
    name: 'a wish is dropped because a reading shows it so already',
    file: outbox,
    from: 'isCancelled(accountId, { type, id }, wish, isOther ? base : null);',
    to: 'isCancelled(accountId, { type, id }, wish, base);',
  },
  {
    name: 'what was wanted before is gone before the new wish is on the disk',
    file: 'electron/sync/outbox/profile-outbox.ts',
    from: 'const waiting = await library.profileSteps.accept(accountId, wish, items, clock.now(), into);',
    to: `for (const { accountId: whose, item, sequence, state, wish: before } of await library.outbox.list())
      if (whose === accountId && before !== wish && state === 'waiting' && items.some(({ id }) => id === item.id))
        await library.outbox.discard(accountId, [sequence], clock.now());
    const waiting = await library.profileSteps.accept(accountId, wish, items, clock.now(), into);`,
  },
  {
    name: 'a clock set back between two runs opens what was closed',
    file: 'electron/roblox/rates.ts',
    from: 'const passedMs = Math.max(this.#clock.now() - savedAt, 0);',
    to: 'const passedMs = Math.abs(this.#clock.now() - savedAt);',
  },
  {
    name: 'what was learned of a closed endpoint is lost with the run',
    file: 'electron/roblox/rates.ts',
    from: 'budget.closedUntil = time - passedMs + clamp(closedUntil - savedAt);',
    to: 'budget.closedUntil = time - passedMs + 0 * clamp(closedUntil - savedAt);',
  },
  {
    name: 'a session that has ended is tried again and again',
    file: client,
    from: `if (error.code === 'sessionEnded' || isChallenge)`,
    to: 'if (isChallenge)',
  },
  {
    name: 'Roblox is asked again and again though it wants a second step',
    file: client,
    from: `if (error.code === 'sessionEnded' || isChallenge)`,
    to: `if (error.code === 'sessionEnded')`,
  },
  {
    name: 'after a lost request the next goes at once',
    file: replay,
    from: 'this.#pausedUntil = this.#options.clock.elapsed() + backOff(this.#losses, this.#options.random);',
    to: 'this.#pausedUntil = this.#options.clock.elapsed();',
  },
  {
    name: 'what is to go stays on screen until Roblox has answered',
    file: 'electron/library/outbox/wanted-items.ts',
    from: ` AND coalesce(c.wish, 'in') = 'in'`,
    to: '',
  },
  {
    name: 'half of what was wanted together is accepted',
    file: 'electron/sync/outbox/profile-outbox.ts',
    from: 'const waiting = await library.profileSteps.accept(accountId, wish, items, clock.now(), into);',
    to: `let waiting = 0;
    for (const one of items) waiting = await library.profileSteps.accept(accountId, wish, [one], clock.now());`,
  },
  {
    name: 'what a swap puts in goes before it has room',
    file: sendings,
    from: ' AND NOT ${hasNoRoom}',
    to: '',
  },
  {
    name: 'what was refused to go out keeps out for ever what it was to make room for',
    file: sendings,
    from: ` AND o.wish = 'out' AND o.state <> 'refused'`,
    to: ` AND o.wish = 'out'`,
  },
  {
    name: 'what was already on its way out makes no room',
    file: 'electron/library/outbox/profile-steps.ts',
    from: 'this.#outbox.makeRoom(accountId, out, wanted);',
    to: '',
  },
  {
    name: 'two swaps are taken for one',
    file: outbox,
    seed: 26_933,
    from: 'SELECT coalesce(max(swap), 0) AS last',
    to: 'SELECT coalesce(max(sequence), 0) - 1 AS last',
  },
  {
    name: 'half of a swap is accepted',
    file: 'electron/sync/outbox/profile-outbox.ts',
    from: 'const waiting = await library.profileSteps.swap(accountId, out, wanted, clock.now());',
    to: `await library.profileSteps.accept(accountId, 'out', out, clock.now());
    const waiting = await library.profileSteps.accept(accountId, 'in', wanted, clock.now());`,
  },
  {
    name: 'a transaction is none',
    file: 'electron/library/database.ts',
    lane: 'kill',
    from: `    this.#connection.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = task();
      this.#connection.exec('COMMIT');`,
    to: `    this.#depth += 1;
    try {
      const result = task();`,
  },
];
