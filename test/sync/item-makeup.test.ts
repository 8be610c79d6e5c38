import { describe, expect, it } from 'vitest';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { refreshDetails } from '../../electron/sync/item-details.ts';
import { refreshMakeup } from '../../electron/sync/item-makeup.ts';
import type { ContentsPart } from '../../shared/contents.ts';
import type { ItemRef } from '../../shared/items.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const { userId, inventory, catalogue } = richAccount;
const packages = (inventory.copiesByType.get(32) ?? []).map((number) => inventory.copy(number).asset);
const [known] = packages.filter((asset) => catalogue.packageAssets(asset) !== null);
const packaged: ItemRef = { type: 'Asset', id: known?.id ?? 0 };
const bundle: ItemRef = { type: 'Bundle', id: inventory.bundles[0]?.[0]?.id ?? 0 };
const packagePath = '/inventory/v1/packages/';
const bundlePath = '/catalog/v1/bundles/';

async function start(...lists: string[]) {
  const satchel = await startSatchel({ roblox: { limitFactor: 100 } });
  const { following, refresh, library, client } = satchel.services;
  await following.follow(String(userId));
  await refresh.categories(userId, false);
  for (const list of ['own/AssetType/32/', 'own/Bundle/1/', ...lists])
    await refresh.items(userId, list, false);
  satchel.server.clear();
  let now = Date.now();
  const options = { library, client, now: () => now };
  return {
    ...satchel,
    library,
    following,
    options,
    ask: (item: ItemRef, accountId = userId) => refreshMakeup(options, accountId, item),
    passDays: (days: number) => void (now += days * 24 * 3_600_000),
  };
}

const standingOf = (part: ContentsPart, accountId: number) =>
  part.standings.find((one) => one.accountId === accountId)?.standing;

describe('what a package contains', () => {
  it('not asked for, asked for again the same day, or its parts not told apart by who owns them', async () => {
    const { ask, server, following } = await start();
    await following.follow(String(smallAccount.userId));
    const { contents, error } = await ask(packaged);
    expect(error).toBeNull();
    expect(contents?.parts).toHaveLength(6);
    for (const part of contents?.parts ?? []) {
      const isOwned = inventory.owns(`Asset/${part.id}`);
      expect(standingOf(part, userId)).toBe(isOwned ? 'owned' : 'notOwned');
      // Nobody asked on its behalf, and no list of its own was read.
      expect(standingOf(part, smallAccount.userId)).toBe('unknown');
      if (isOwned) expect(part.name).not.toBe('');
    }
    const asked = server.requests.length;
    expect((await ask(packaged)).contents).toEqual(contents);
    expect(server.requests).toHaveLength(asked);
    await ask(packaged, smallAccount.userId);
    expect(server.requestsTo(packagePath)).toHaveLength(1);
  });

  it('parts that a list has shown asked about again', async () => {
    const types = new Set(((known && catalogue.packageAssets(known)) ?? []).map(({ typeId }) => typeId));
    const { ask, server } = await start(...[...types].map((type) => `own/AssetType/${type}/`));
    const { contents } = await ask(packaged);
    const isOwned = (id: number) => inventory.owns(`Asset/${id}`);
    const askedAbout = server
      .requestsTo(/\/items\/Asset\//)
      .map(({ path }) => Number(path.split('/').at(-1)));
    expect(askedAbout).toEqual(contents?.parts.map(({ id }) => id).filter((id) => !isOwned(id)));
  });

  it('one that is gone taking what was known of it along, asked for day and night, or hiding that it is', async () => {
    const { ask, server, passDays, options } = await start();
    const before = await ask(packaged);
    server.fail(packagePath, faults.refusal(404, 0, 'NotFound'));
    passDays(2);
    const { contents, error } = await ask(packaged);
    expect(error).toBeNull();
    expect(contents?.goneAt).toBeGreaterThan(before.contents?.savedAt ?? Infinity);
    expect(contents?.parts.map(({ id }) => id)).toEqual(before.contents?.parts.map(({ id }) => id));
    expect(contents?.savedAt).toBe(before.contents?.savedAt);
    const asked = server.requestsTo(packagePath).length;
    await ask(packaged);
    expect(server.requestsTo(packagePath)).toHaveLength(asked);
    expect((await refreshDetails(options, userId, packaged)).isOwned).toBe(true);
    // It comes back as it went.
    server.clear();
    passDays(2);
    expect((await ask(packaged)).contents).toMatchObject({ goneAt: null });
  });

  it('one that was gone before it was ever read passing for one never asked about', async () => {
    const { ask, server } = await start();
    server.fail(packagePath, faults.refusal(404, 0));
    const { contents } = await ask(packaged);
    expect(contents).toMatchObject({ parts: [], savedAt: null });
    expect(contents?.goneAt).not.toBeNull();
  });

  it.each([
    ['HTML', faults.html(), 'answerMalformed'],
    ['half an answer', faults.truncated(), 'answerMalformed'],
    ['another shape', faults.wrongType(), 'answerMalformed'],
    ['ids that are no list', faults.wrongType({ assetIds: 7 }), 'answerMalformed'],
    ['too many requests', faults.tooManyRequests(60), 'rateLimited'],
  ])('%s erasing what was saved', async (_what, fault, code) => {
    const { ask, server, passDays } = await start();
    const before = await ask(packaged);
    server.fail(packagePath, fault);
    passDays(2);
    const { contents, error } = await ask(packaged);
    expect(error?.code).toBe(code);
    expect(contents?.parts.map(({ id }) => id)).toEqual(before.contents?.parts.map(({ id }) => id));
    expect(contents?.savedAt).toBe(before.contents?.savedAt);
  });

  it('an empty one, one within itself, and ids beyond what a number holds making any other than what they are', async () => {
    const { ask, server, passDays } = await start();
    server.fail(packagePath, faults.wrongType({ assetIds: [] }), 1);
    expect((await ask(packaged)).contents).toMatchObject({ parts: [], unreadableParts: 0, goneAt: null });
    server.fail(
      packagePath,
      faults.wrongType({ assetIds: [packaged.id, 2 ** 60, 'nine', -1, packaged.id] }),
      1,
    );
    passDays(2);
    const { contents, partOf } = await ask(packaged);
    expect(contents?.parts.map(({ id }) => id)).toEqual([packaged.id, packaged.id]);
    expect(contents?.unreadableParts).toBe(3);
    expect(partOf).toEqual([]);
  });

  it('a hidden inventory asked part by part what it is known not to say', async () => {
    const { ask, server, following } = await start();
    await following.follow(String(hiddenAccount.userId)).catch(() => undefined);
    server.clear();
    const { contents, error } = await ask(packaged, hiddenAccount.userId);
    expect(contents?.parts).toHaveLength(6);
    expect(error).toBeNull();
    expect(server.requestsTo(/\/items\/Asset\//)).toHaveLength(1);
  });
});

describe('what a bundle contains', () => {
  it('parts without names, an outfit taken for an item, or what each is a part of not known', async () => {
    const { ask, server, library } = await start();
    const { contents } = await ask(bundle);
    expect(server.requestsTo(bundlePath)).toHaveLength(1);
    expect(contents?.parts.every(({ name }) => name !== '')).toBe(true);
    const [first] = contents?.parts ?? [];
    const outfit = contents?.parts.at(-1);
    expect(outfit).toMatchObject({ type: 'UserOutfit', standings: [] });
    const reverse = await library.containers.makeup({ type: 'Asset', id: first?.id ?? 0 });
    const { name } = (await library.details.read(userId, bundle)).item;
    expect(reverse.partOf).toEqual([{ ...bundle, name, assetType: null, parts: contents?.parts.length }]);
    await ask(bundle);
    expect(server.requestsTo(bundlePath)).toHaveLength(1);
  });

  it.each([400, 404])('%i told as anything but gone', async (status) => {
    const { ask, server, passDays } = await start();
    const before = await ask(bundle);
    server.fail(bundlePath, faults.refusal(status, 1, 'Invalid bundle'));
    passDays(2);
    const { contents, error } = await ask(bundle);
    expect(error).toBeNull();
    expect(contents?.goneAt).not.toBeNull();
    expect(contents?.parts.map(({ id }) => id)).toEqual(before.contents?.parts.map(({ id }) => id));
  });

  it('kinds of parts nobody knows, and names of any length and direction, lost or mended', async () => {
    const { ask, server } = await start();
    const names = ['x'.repeat(50_000), 'قبعة ‮سوداء', 'a\ud800b'];
    const items = names.map((name, index) => ({ id: index + 1, name, type: 'Hologram' }));
    const asset = { id: 77, type: 'Asset' };
    server.fail(
      bundlePath,
      faults.wrongType({
        id: bundle.id,
        name: 'Set',
        items: [...items, asset, { id: 2 ** 60, type: 'Asset' }, null],
      }),
    );
    const { contents } = await ask(bundle);
    expect(contents?.parts.map(({ name }) => name)).toEqual([names[0], names[1], 'a\ufffdb', '']);
    expect(contents?.parts.map(({ type }) => type)).toEqual(['Hologram', 'Hologram', 'Hologram', 'Asset']);
    expect(contents?.unreadableParts).toBe(2);
  });
});

it('an item that nothing is known of taken for one that does not exist, or its name not kept once it is told', async () => {
  const { options, library } = await start();
  const shirt = { type: 'Asset', id: inventory.assetOfType(2, 0) ?? 0 } as const;
  expect((await library.details.read(userId, shirt)).item.name).toBe('');
  const { item, isOwned } = await refreshDetails(options, userId, shirt);
  expect(isOwned).toBe(true);
  expect(item.name).not.toBe('');
});
