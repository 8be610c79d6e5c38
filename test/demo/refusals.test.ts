import { beforeEach, describe, expect, it } from 'vitest';
import { createDemoRoblox, type DemoRoblox } from '../../electron/demo/demo-roblox.ts';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { badges } from '../../electron/roblox/badges.ts';
import { catalog } from '../../electron/roblox/catalog.ts';
import { gamePasses } from '../../electron/roblox/game-passes.ts';
import { nameOf, type Endpoint } from '../../electron/roblox/endpoint.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { showcases } from '../../electron/roblox/showcases.ts';
import { users } from '../../electron/roblox/users.ts';
import { ask, type AskOptions } from '../support/roblox-ask.ts';

const { userId, catalogue } = richAccount;
const nobody = 9_000_000_000_999_999;
const asset = catalogue.assetId(8, 123_456);
const bundle = catalogue.bundleId(1, 123_456);
const place = { userId, placesTab: 'Created' };

type Case = readonly [
  refusal: string,
  why: string,
  endpoint: Endpoint,
  params: Record<string, unknown>,
  who?: Who,
];
/** Who asks: nobody signed in, the owner, or the other demo account. */
type Who = 'signedOut' | 'owner' | 'other';

let demo: DemoRoblox;

beforeEach(() => {
  demo = createDemoRoblox({ imageOrigin: 'https://tr.rbxcdn.com' });
});

describe('a refusal nobody can reach is a sentence nobody can test', () => {
  const cases: readonly Case[] = [
    ['400:1', 'item type', inventory.addCollectionItem, { itemType: 'Hat', itemTargetId: asset }, 'owner'],
    ['400:2', 'asset', inventory.addCollectionItem, { itemType: 'Asset', itemTargetId: 12 }, 'owner'],
    ['400:3', 'bundle', inventory.addCollectionItem, { itemType: 3, itemTargetId: asset }, 'owner'],
    ['401:0', 'signed out', inventory.addCollectionItem, { itemType: 'Asset', itemTargetId: asset }],
    ['403:4', 'not owned', inventory.addCollectionItem, { itemType: 'Asset', itemTargetId: asset }, 'owner'],
    [
      '403:4',
      'bundle not owned',
      inventory.addCollectionItem,
      { itemType: 'bundle', itemTargetId: bundle },
      'owner',
    ],
    ['403:5', 'asset type', inventory.addCollectionItem, { itemType: 0, itemTargetId: owned(13) }, 'owner'],
    ['403:5', 'asset type', inventory.addCollectionItem, { itemType: 0, itemTargetId: owned(3) }, 'owner'],
    ['403:6', 'badge', inventory.addCollectionItem, { itemType: 'Badge', itemTargetId: 1 }, 'owner'],
    ['403:6', 'game pass', inventory.addCollectionItem, { itemType: 'GamePass', itemTargetId: 1 }, 'owner'],
    [
      '403:7',
      'already in',
      inventory.addCollectionItem,
      { itemType: 'Asset', itemTargetId: shown() },
      'owner',
    ],
    ['400:1', 'item type', inventory.removeCollectionItem, { itemType: '9', itemTargetId: asset }, 'owner'],
    ['400:2', 'asset', inventory.removeCollectionItem, { itemType: 'Asset', itemTargetId: 12 }, 'owner'],
    ['400:3', 'bundle', inventory.removeCollectionItem, { itemType: 'Bundle', itemTargetId: 12 }, 'owner'],
    ['401:0', 'signed out', inventory.removeCollectionItem, { itemType: 'Asset', itemTargetId: asset }],
    [
      '403:8',
      'not in it',
      inventory.removeCollectionItem,
      { itemType: 'Asset', itemTargetId: asset },
      'owner',
    ],
    ['404:0', 'no package', inventory.getPackageAssets, { packageId: asset }],
    ['404:1', 'no bundle', catalog.getBundleDetails, { bundleId: asset }],
    ['400:0', 'no id', catalog.getBundleDetails, { bundleId: 'first' }],
    ['400:2', 'asset type', inventory.getCollectibles, { userId, assetType: 'Spoon' }],
    ['400:1', 'no such user', inventory.getCollectibles, { userId: nobody }],
    ['400:0', 'limit', inventory.getCollectibles, { userId, limit: 11 }],
    ['400:0', 'sort order', inventory.getCollectibles, { userId, sortOrder: 'Sideways' }],
    ['400:0', 'cursor', inventory.getCollectibles, { userId, cursor: 'made_up_one' }],
    ['403:11', 'hidden', inventory.getCollectibles, { userId: hiddenAccount.userId }],
    ['400:1', 'no such user', inventory.canViewInventory, { userId: nobody }],
    [
      '400:1',
      'no such user',
      inventory.getItemCopies,
      { userId: nobody, itemType: 'Asset', itemTargetId: asset },
    ],
    ['400:5', 'game pass', inventory.getItemCopies, { userId, itemType: 'GamePass', itemTargetId: 12 }],
    ['400:6', 'item type', inventory.getItemCopies, { userId, itemType: 'Hat', itemTargetId: asset }],
    ['400:7', 'asset', inventory.getItemCopies, { userId, itemType: 'Asset', itemTargetId: 12 }],
    ['400:10', 'not a badge', inventory.getItemCopies, { userId, itemType: 'Badge', itemTargetId: asset }],
    ['400:12', 'bundle', inventory.getItemCopies, { userId, itemType: 'Bundle', itemTargetId: asset }],
    [
      '403:4',
      'hidden',
      inventory.getItemCopies,
      { userId: hiddenAccount.userId, itemType: 0, itemTargetId: asset },
    ],
    [
      '400:1',
      'no such user',
      inventory.isItemOwned,
      { userId: nobody, itemType: 'Asset', itemTargetId: asset },
    ],
    ['400:5', 'game pass', inventory.isItemOwned, { userId, itemType: 1, itemTargetId: 12 }],
    ['400:6', 'item type', inventory.isItemOwned, { userId, itemType: '5', itemTargetId: asset }],
    ['400:7', 'asset', inventory.isItemOwned, { userId, itemType: 'Asset', itemTargetId: 12 }],
    ['400:10', 'not a badge', inventory.isItemOwned, { userId, itemType: 2, itemTargetId: asset }],
    ['400:12', 'bundle', inventory.isItemOwned, { userId, itemType: 'Bundle', itemTargetId: 12 }],
    ['400:6', 'tab', inventory.getPlaces, { ...place, placesTab: 'Everything' }],
    ['400:6', 'page size', inventory.getPlaces, { ...place, itemsPerPage: 101 }],
    ['403:3', 'somebody else’s tab', inventory.getPlaces, { ...place, placesTab: 'Purchased' }, 'other'],
    ['403:3', 'signed out', inventory.getPlaces, { ...place, placesTab: 'MyGames' }],
    ['403:3', 'hidden', inventory.getPlaces, { ...place, userId: hiddenAccount.userId }],
    ['400:1', 'no such user', inventory.getInventoryByType, { userId: nobody, assetTypeId: 8 }],
    ['400:2', 'badges', inventory.getInventoryByType, { userId, assetTypeId: 21 }],
    ['403:4', 'hidden', inventory.getInventoryByType, { userId: hiddenAccount.userId, assetTypeId: 8 }],
    ['400:1', 'no such user', catalog.getBundles, { userId: nobody, bundleType: 1 }],
    ['403:4', 'hidden', catalog.getBundles, { userId: hiddenAccount.userId, bundleType: 1 }],
    ['400:1', 'no such user', catalog.getFavoriteAssets, { userId: nobody, assetTypeId: 8 }],
    ['400:8', 'ascending', catalog.getFavoriteAssets, { userId, assetTypeId: 8, sortOrder: 'Asc' }],
    ['400:11', 'asset type', catalog.getFavoriteAssets, { userId, assetTypeId: 999 }],
    ['400:0', 'limit', catalog.getFavoriteAssets, { userId, assetTypeId: 8, limit: 30 }],
    ['401:0', 'signed out', badges.getBadges, { userId }],
    ['404:4', 'no such user', badges.getBadges, { userId: nobody }, 'owner'],
    ['403:2', 'hidden', badges.getBadges, { userId: hiddenAccount.userId }, 'owner'],
    ['404:1', 'no such user', gamePasses.getGamePasses, { userId: nobody }],
    ['403:3', 'hidden', gamePasses.getGamePasses, { userId: hiddenAccount.userId }],
    ['400', 'user id', showcases.getProfileCollection, { userId: 'me' }],
    ['404', 'no such user', showcases.getProfileCollection, { userId: nobody }],
    ['401:0', 'signed out', users.getAuthenticated, {}],
    ['404:3', 'no such user', users.getUser, { userId: nobody }],
    ['400:0', 'not a number', users.getUser, { userId: 'someone' }],
    ['404:3', 'beyond 2^53', users.getUser, { userId: '9223372036854775807' }],
  ];

  const everyCase = cases.map(([refusal, why, endpoint, params, who = 'signedOut']) => {
    return { title: `${refusal} from ${nameOf(endpoint).name} (${why})`, refusal, endpoint, params, who };
  });

  it.each(everyCase)('$title', async ({ refusal, endpoint, params, who }) => {
    const { session, token } = await credentials(who);
    expect((await ask(demo.fetch, endpoint, params, { session, token })).refusal).toBe(refusal);
  });

  it('403:9 from addCollectionItem (full)', async () => {
    const credentialsOfOwner = await credentials('owner');
    const add = async (number: number) => {
      const itemTargetId = owned(11, number);
      return (
        await ask(
          demo.fetch,
          inventory.addCollectionItem,
          { itemType: 'Asset', itemTargetId },
          credentialsOfOwner,
        )
      ).refusal;
    };
    for (let number = 0; number < 5; number++) expect(await add(number)).toBeUndefined();
    expect(await add(5)).toBe('403:9');
  });

  it('403:9 from getItemCopies (a game server asking about another place’s pass)', async () => {
    const params = { userId, itemType: 'GamePass', itemTargetId: richAccount.inventory.gamePasses[0] };
    const { refusal } = await ask(demo.fetch, inventory.getItemCopies, params, {
      headers: { 'roblox-place-id': '1' },
    });
    expect(refusal).toBe('403:9');
  });
});

describe('the hidden account', () => {
  it('says that it cannot be viewed, to a stranger and to another account', async () => {
    for (const who of ['signedOut', 'other'] as const) {
      const answer = await ask(
        demo.fetch,
        inventory.canViewInventory,
        { userId: hiddenAccount.userId },
        await credentials(who),
      );
      expect(answer.body).toEqual({ canView: false });
    }
    expect((await ask(demo.fetch, inventory.canViewInventory, { userId })).body).toEqual({ canView: true });
  });

  it('cannot be signed in: there is no session to hand out', () => {
    expect(demo.sessionOf(hiddenAccount.userId)).toBeUndefined();
    expect(demo.sessionOf(nobody)).toBeUndefined();
  });
});

async function credentials(who: Who): Promise<AskOptions> {
  if (who === 'signedOut') return {};
  const session = demo.sessionOf(who === 'owner' ? userId : smallAccount.userId);
  const refused = await ask(
    demo.fetch,
    inventory.removeCollectionItem,
    { itemType: 'Asset', itemTargetId: 1 },
    { session },
  );
  return { session, token: refused.headers.get('x-csrf-token') ?? undefined };
}

/** An owned asset of a type, the first or a later one. */
function owned(assetType: number, number = 0): number {
  const numbers = richAccount.inventory.copiesByType.get(assetType) ?? [];
  return richAccount.inventory.copy(numbers[number] ?? 0).asset.id;
}

function shown(): number {
  const key = richAccount.inventory.shown.find((candidate) => candidate.startsWith('Asset/'));
  return Number(key?.split('/')[1]);
}
