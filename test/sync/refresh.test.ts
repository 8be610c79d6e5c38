import { describe, expect, it } from 'vitest';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { firstPage, followedSatchel } from '../support/followed-satchel.ts';
import type { Events } from '../../shared/ipc.ts';
import { faults } from '../support/roblox-faults.ts';
import type { Satchel } from '../support/services.ts';

const userId = richAccount.userId;
const hats = 'own/AssetType/8/';
const byType = `/inventory/v2/users/${userId}/inventory/8`;

function isThirdPage(): (request: { readonly path: string }) => boolean {
  let pages = 0;
  return ({ path }) => path === byType && (pages += 1) === 3;
}

/** How many rows of the hats were told to be there while more were on their way. */
function growthIn(events: Satchel['events']): number[] {
  return events.flatMap(({ name, payload }) => {
    if (name !== 'items.changed') return [];
    const { category, isComplete, received } = payload as Events['items.changed'];
    return category === hats && !isComplete ? [received] : [];
  });
}

describe('a refresh of a category', () => {
  it('not ending with exactly what Roblox has', async () => {
    const { services, server } = await followedSatchel();
    await services.refresh.items(userId, hats, false);
    const pages = server.requestsTo(byType);
    const { total, savedAt } = await firstPage(services, hats);
    expect(pages.length).toBeGreaterThan(1);
    expect(savedAt).not.toBeNull();
    const distinct = new Set<number>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const response = await fetch(`${server.origin}${byType}?limit=100&cursor=${cursor}`);
      const page = (await response.json()) as { data: { assetId: number }[]; nextPageCursor: string | null };
      for (const { assetId } of page.data) distinct.add(assetId);
      cursor = page.nextPageCursor || null;
      if (cursor === 'null') cursor = null;
    }
    expect(total).toBe(distinct.size);
  });

  it('asking Roblox again for what is still fresh, or not asking when told to', async () => {
    const { services, server } = await followedSatchel();
    expect(await services.refresh.items(userId, hats, false)).toEqual({ wasNeeded: true });
    server.clear();
    expect(await services.refresh.items(userId, hats, false)).toEqual({ wasNeeded: false });
    expect(server.requests).toEqual([]);
    expect(await services.refresh.items(userId, hats, true)).toEqual({ wasNeeded: true });
  });

  it('beginning from the first page after a failure in the middle', async () => {
    const { services, server } = await followedSatchel();
    server.fail(({ path, query }) => path === byType && query['cursor'] !== undefined, faults.status(500));
    await expect(services.refresh.items(userId, hats, false)).rejects.toMatchObject({ code: 'robloxFailed' });
    expect(await firstPage(services, hats)).toMatchObject({ savedAt: null });
    server.clear();
    await services.refresh.items(userId, hats, false);
    expect(server.requestsTo(byType)[0]?.query['cursor']).toBeDefined();
    expect((await firstPage(services, hats)).savedAt).not.toBeNull();
  });

  it('beginning from the first page after a restart', async () => {
    const satchel = await followedSatchel();
    const { services, server } = satchel;
    server.fail(({ path, query }) => path === byType && query['cursor'] !== undefined, faults.reset());
    await expect(services.refresh.items(userId, hats, false)).rejects.toMatchObject({ code: 'unreachable' });
    await services.close();
    server.clear();
    const again = await satchel.restart();
    await again.refresh.items(userId, hats, false);
    expect(server.requestsTo(byType)[0]?.query['cursor']).toBeDefined();
  });

  it('a cursor Roblox no longer takes stopping the category for good', async () => {
    const { services, server } = await followedSatchel();
    server.fail(({ path, query }) => path === byType && query['cursor'] !== undefined, faults.status(500));
    await services.refresh.items(userId, hats, false).catch(() => undefined);
    server.clear();
    server.fail(
      ({ path, query }) => path === byType && query['cursor'] !== undefined,
      faults.refusal(400, 5, 'Bad cursor'),
      1,
    );
    await services.refresh.items(userId, hats, false);
    expect((await firstPage(services, hats)).savedAt).not.toBeNull();
  });

  it('a repeated cursor going round for ever', async () => {
    const { services, server } = await followedSatchel();
    server.fail(byType, faults.repeatedCursor());
    await services.refresh.items(userId, hats, false);
    expect(server.requestsTo(byType)).toHaveLength(2);
  });

  it('rows repeated across pages showing twice', async () => {
    const { services, server } = await followedSatchel();
    await services.refresh.items(userId, hats, false);
    const { total } = await firstPage(services, hats);
    server.fail(byType, faults.duplicateRows());
    await services.refresh.items(userId, hats, true);
    expect((await firstPage(services, hats)).total).toBe(total);
  });

  it('bad rows blanking the view, or not being told', async () => {
    const { services, server } = await followedSatchel();
    await services.refresh.items(userId, hats, false);
    const { total } = await firstPage(services, hats);
    server.clear();
    server.fail(byType, faults.badRows());
    await services.refresh.items(userId, hats, true);
    const page = await firstPage(services, hats);
    expect(page.total).toBe(total);
    expect(page.unreadableRows).toBe(6 * server.requestsTo(byType).length);
  });

  it.each([
    ['truncated', faults.truncated(), 'answerMalformed'],
    ['HTML', faults.html(), 'answerMalformed'],
    ['empty', faults.empty(), 'answerMalformed'],
    ['of a wrong type', faults.wrongType(), 'answerMalformed'],
    ['oversized', faults.oversized(), 'answerTooLarge'],
    ['a redirect', faults.redirect('http://127.0.0.1:9/'), 'redirectRefused'],
    ['429', faults.tooManyRequests(60), 'rateLimited'],
    ['403', faults.refusal(403, 4), 'inventoryHidden'],
    ['401', faults.sessionEnded(), 'signInNeeded'],
  ])('an answer that is %s taking away what was saved', async (_what, fault, code) => {
    const { services, server, events } = await followedSatchel();
    await services.refresh.items(userId, hats, false);
    const before = await firstPage(services, hats);
    server.fail(byType, fault);
    events.length = 0;
    await expect(services.refresh.items(userId, hats, true)).rejects.toMatchObject({ code });
    expect(await firstPage(services, hats)).toEqual(before);
  });

  const creator = { id: 1, name: 'Ada', type: 'User' };
  const place = { universeId: null, placeId: 5, name: 'Obby', creator };
  const pass = { gamePassId: 5, name: 'VIP', creator };
  it.each<[string, string, RegExp, (price?: number | null) => object]>([
    [
      'place',
      'own/AssetType/9/Created',
      /places\/inventory$/,
      (price) => ({ data: [{ ...place, priceInRobux: price }] }),
    ],
    ['pass', 'own/AssetType/34/', /\/game-passes$/, (price) => ({ gamePasses: [{ ...pass, price }] })],
    [
      'favourite that does not say',
      'favorites/AssetType/8/',
      /\/favorites\/8\/assets$/,
      (price) => ({ data: [{ id: 5, name: 'Hat', ...(price ? { price } : {}) }] }),
    ],
  ])(
    'a %s keeping a price that Roblox took away, or losing one it did not',
    async (kind, list, path, answer) => {
      const { services, server } = await followedSatchel();
      const priceAfter = async (price?: number | null) => {
        server.clear();
        server.fail(path, faults.status(200, answer(price)));
        await services.refresh.items(userId, list, true);
        return (await firstPage(services, list)).items.map(({ priceInRobux }) => priceInRobux);
      };
      expect(await priceAfter(25)).toEqual([25]);
      expect(await priceAfter()).toEqual([25]);
      expect(await priceAfter(null)).toEqual([kind.startsWith('favourite') ? 25 : null]);
    },
  );

  it('two at once asking Roblox twice', async () => {
    const { services, server } = await followedSatchel();
    await Promise.all([
      services.refresh.items(userId, hats, true),
      services.refresh.items(userId, hats, true),
    ]);
    const cursors = server.requestsTo(byType).map(({ query }) => query['cursor']);
    expect(new Set(cursors).size).toBe(cursors.length);
  });

  it('pages not announced as they are saved', async () => {
    const { services, server, events } = await followedSatchel();
    const third = Promise.withResolvers<undefined>();
    server.fail(isThirdPage(), async (exchange) => {
      await third.promise;
      await faults.withHeaders({})(exchange);
    });
    const refreshing = services.refresh.items(userId, hats, false);
    await expect.poll(() => growthIn(events)).toEqual([100, 200]);
    third.resolve(undefined);
    await refreshing;
    const announced = events.filter(({ name }) => name === 'items.changed').map(({ payload }) => payload);
    expect(announced.at(-1)).toMatchObject({ isComplete: true });
  });

  it('pages before a failure saved and never announced', async () => {
    const { services, server, events } = await followedSatchel();
    server.fail(isThirdPage(), faults.refusal(403, 4));
    await expect(services.refresh.items(userId, hats, false)).rejects.toMatchObject({
      code: 'inventoryHidden',
    });
    expect(growthIn(events)).toEqual([100, 200]);
  });
});
