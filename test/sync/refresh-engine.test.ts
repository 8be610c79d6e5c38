import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { following, phaseOf, reached, shown } from '../support/refreshing-satchel.ts';

const userId = smallAccount.userId;
const hats = 'own/AssetType/8/';
const byType = /\/v2\/users\/\d+\/inventory\/\d+$/;

const slowly: Fault = async (exchange) => {
  await setTimeout(150, undefined, { signal: exchange.closing }).catch(() => undefined);
  await faults.withHeaders({})(exchange);
};

describe('a refresh of everything', () => {
  it('a list left out, asked for twice, or the end not told', async () => {
    const { services, server, events } = await following([userId], true);
    await services.engine.start(userId, true);
    await reached(services, 'done');
    const tree = await services.library.categories.tree(userId);
    const keys = [...tree.own, ...tree.favorites].flatMap((group) => group.categories.map(({ key }) => key));
    const { failures, subjectsDone, subjectsTotal } = shown(services);
    expect(subjectsTotal).toBe(keys.length + 3);
    expect(subjectsDone).toBe(subjectsTotal);
    expect(failures.every(({ isRefused, code }) => isRefused && code === 'categoryUnsupported')).toBe(true);
    for (const key of keys.filter((one) => !failures.some(({ subject }) => subject === one)))
      expect((await services.library.refreshes.state(userId, key)).savedAt, key).not.toBeNull();
    for (const subject of ['collectibles', 'profileCollection', 'allItems'])
      expect((await services.library.refreshes.state(userId, subject)).savedAt, subject).not.toBeNull();
    const asked = server.requests.map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(events.some(({ name }) => name === 'refresh.changed')).toBe(true);
  });

  it('what is still fresh asked for again by itself, or not asked for when told to', async () => {
    const { services, server } = await following();
    await services.engine.start(userId, true);
    await reached(services, 'done');
    server.clear();
    await services.engine.start(userId, false);
    await reached(services, 'done');
    expect(server.requestsTo(byType)).toEqual([]);
    await services.engine.start(userId, true);
    await reached(services, 'done');
    expect(server.requestsTo(byType).length).toBeGreaterThan(0);
  });

  it('two at once asking twice', async () => {
    const { services, server } = await following();
    await Promise.all([services.engine.start(userId, true), services.engine.start('all', true)]);
    await reached(services, 'done');
    const asked = server.requests.map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('a view and a run asking for the same list twice', async () => {
    const { services, server } = await following();
    await services.refresh.categories(userId, false);
    server.clear();
    await services.engine.start(userId, true);
    await services.refresh.items(userId, hats, true);
    await reached(services, 'done');
    const asked = server.requestsTo(/\/inventory\/8$/).map(({ query }) => query['cursor']);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('one account waiting for the end of another', async () => {
    const { services, server } = await following([richAccount.userId, userId]);
    await services.engine.start('all', true);
    await reached(services, 'done', userId);
    expect(phaseOf(services, richAccount.userId)).toBe('running');
    expect(server.requestsTo(String(userId)).length).toBe(0);
    await services.engine.cancel('all');
  });

  it('one that is hidden asked for list by list, or told as a failure', async () => {
    const { services, server } = await following([hiddenAccount.userId]);
    await services.engine.start('all', true);
    await reached(services, 'done', hiddenAccount.userId);
    expect(server.requestsTo(byType).length).toBeLessThanOrEqual(3);
    const { failures } = shown(services, hiddenAccount.userId);
    expect(failures.length).toBeGreaterThan(10);
    expect(failures.filter(({ isRefused }) => !isRefused)).toEqual([]);
  });

  it('one list that fails stopping the others, or passing for read', async () => {
    const { services, server } = await following();
    await services.engine.start(userId, true);
    await reached(services, 'done');
    const before = await services.library.refreshes.state(userId, hats);
    server.fail(/\/inventory\/8$/, faults.html());
    await services.engine.start(userId, true);
    await reached(services, 'done');
    const failed = shown(services).failures.filter(({ isRefused }) => !isRefused);
    expect(failed).toEqual([
      {
        ...{ subject: hats, name: expect.any(String) as string, code: 'answerMalformed', isRefused: false },
        savedAt: before.savedAt,
      },
    ]);
    expect((await services.library.refreshes.state(userId, hats)).generation).toBe(before.generation);
  });

  it('a failure of the categories taken for an account that has nothing', async () => {
    const { services, server } = await following();
    server.fail(/categories/, faults.html());
    await services.engine.start(userId, true);
    await reached(services, 'done');
    expect((await services.library.refreshes.state(userId, 'allItems')).savedAt).toBeNull();
    expect(shown(services).failures).toMatchObject([{ subject: 'categories', code: 'answerMalformed' }]);
  });
});

describe('a refresh that is held up', () => {
  it('a 429 ending it, or not told until when', async () => {
    const { services, server } = await following();
    server.fail(byType, faults.tooManyRequests(2), 1);
    await services.engine.start(userId, true);
    await reached(services, 'waiting');
    await reached(services, 'done');
    expect(shown(services).failures.filter(({ isRefused }) => !isRefused)).toEqual([]);
  });

  it('a view left waiting with it without a word', async () => {
    const { services, server } = await following();
    await services.refresh.categories(userId, false);
    server.fail(byType, faults.tooManyRequests(60));
    await services.engine.start(userId, true);
    await reached(services, 'waiting');
    const { reading } = shown(services);
    const view = services.refresh.items(userId, reading[0]?.subject ?? '', false);
    await expect(view).rejects.toMatchObject({ code: 'rateLimited' });
    await services.engine.cancel(userId);
  });

  it('working offline ending it, or asking all the same', async () => {
    const { services, server } = await following();
    services.connectivity.set('offline');
    await services.engine.start(userId, true);
    await reached(services, 'offline');
    expect(server.requests).toEqual([]);
    services.connectivity.set('online');
    await reached(services, 'done');
  });
});

describe('pausing', () => {
  it('going on all the same, or after a restart, or from the beginning', async () => {
    const satchel = await following([richAccount.userId]);
    const { services, server } = satchel;
    const rich = richAccount.userId;
    await services.engine.start(rich, true);
    await expect.poll(() => server.requestsTo(byType).length).toBeGreaterThan(3);
    await services.engine.pause(rich);
    expect(phaseOf(services, rich)).toBe('paused');
    const before = server.requests.length;
    await services.close();
    const again = await satchel.restart();
    expect(phaseOf(again, rich)).toBe('paused');
    expect(server.requests.length).toBe(before);
    await again.engine.resume(rich);
    await reached(again, 'done', rich);
    const asked = server.requests.map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
    // What was in flight when it was paused is asked for once more.
    expect(asked.length - new Set(asked).size).toBeLessThanOrEqual(3);
    expect(server.requestsTo(/categories$/)).toHaveLength(1);
  });

  it('a view that waits for the same list given up with the run', async () => {
    const { services, server } = await following();
    await services.refresh.categories(userId, false);
    server.fail(byType, slowly);
    await services.engine.start(userId, true);
    await expect
      .poll(() => shown(services).reading.find(({ subject }) => subject.startsWith('own/')))
      .toBeDefined();
    const subject = shown(services).reading.find((one) => one.subject.startsWith('own/'))?.subject ?? '';
    const view = services.refresh.items(userId, subject, false);
    await services.engine.pause(userId);
    await expect(view).resolves.toEqual({ wasNeeded: true });
  });

  it('calling off leaving something to go on with', async () => {
    const satchel = await following([richAccount.userId]);
    const { services, server } = satchel;
    await services.engine.start('all', true);
    await expect.poll(() => server.requests.length).toBeGreaterThan(5);
    await services.engine.cancel('all');
    await services.close();
    server.clear();
    const again = await satchel.restart();
    expect(again.engine.state().accounts).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});

describe('the start', () => {
  it('a refresh that was cut short not going on, or asked for when nothing was cut short', async () => {
    const satchel = await following();
    await satchel.services.engine.start(userId, true);
    await expect.poll(() => satchel.server.requestsTo(byType).length).toBeGreaterThan(2);
    await satchel.services.close();
    const again = await satchel.restart();
    await reached(again, 'done');
    await again.close();
    satchel.server.clear();
    const once = await satchel.restart();
    expect(satchel.server.requests).toEqual([]);
    expect(phaseOf(once)).toBe('done');
  });

  it('going on against the wish of the person', async () => {
    const satchel = await following();
    await satchel.services.care.changeSettings({ continuesUnfinished: false });
    await satchel.services.engine.start(userId, true);
    await expect.poll(() => satchel.server.requestsTo(byType).length).toBeGreaterThan(2);
    await satchel.services.close();
    satchel.server.clear();
    const again = await satchel.restart();
    expect(satchel.server.requests).toEqual([]);
    expect(phaseOf(again)).toBe('paused');
  });

  it('an account that left refreshed on', async () => {
    const { services, server } = await following([richAccount.userId]);
    await services.engine.start('all', true);
    await expect.poll(() => server.requestsTo(byType).length).toBeGreaterThan(2);
    await services.accounts.signOut(richAccount.userId, { atRoblox: false, library: 'delete' });
    await expect.poll(() => services.engine.state().accounts).toEqual([]);
    expect(await services.library.refreshRuns.list()).toEqual([]);
  });
});

describe('all items', () => {
  it('not whole after a run', async () => {
    const { services } = await following();
    await services.engine.start(userId, true);
    await reached(services, 'done');
    const view = { scope: userId, category: allItemsKey, search: '', sort: 'newest' } as const;
    expect((await services.library.holdings.page(view, 0)).savedAt).not.toBeNull();
  });
});
