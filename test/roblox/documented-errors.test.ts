import { describe, expect, it } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { catalog } from '../../electron/roblox/catalog.ts';
import type { Endpoint } from '../../electron/roblox/endpoint.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { users } from '../../electron/roblox/users.ts';
import { allEndpoints, inventoryV1 } from '../../electron/roblox/services.ts';
import { errorCodes, type ErrorCode } from '../../shared/errors.ts';
import { en } from '../../shared/locales/en.ts';
import { clientAtServer } from '../support/roblox-client.ts';
import { faults } from '../support/roblox-faults.ts';

const userId = smallAccount.userId;
const item = { itemType: 'Asset', itemTargetId: 1 };
const owned = { userId, ...item };

// Roblox's documents, written out here by hand: [endpoint, parameters, status, code, what Satchel makes of it].
const documented: [string, Endpoint, Record<string, unknown>, number, number, ErrorCode][] = [
  ['add', inventory.addCollectionItem, item, 400, 1, 'itemTypeUnknown'],
  ['add', inventory.addCollectionItem, item, 400, 2, 'assetNotFound'],
  ['add', inventory.addCollectionItem, item, 400, 3, 'bundleNotFound'],
  ['add', inventory.addCollectionItem, item, 401, 0, 'sessionEnded'],
  ['add', inventory.addCollectionItem, item, 403, 0, 'tokenRefused'],
  ['add', inventory.addCollectionItem, item, 403, 4, 'itemNotOwned'],
  ['add', inventory.addCollectionItem, item, 403, 5, 'assetTypeNotAllowed'],
  ['add', inventory.addCollectionItem, item, 403, 6, 'itemTypeNotAllowed'],
  ['add', inventory.addCollectionItem, item, 403, 7, 'alreadyInCollection'],
  ['add', inventory.addCollectionItem, item, 403, 9, 'collectionFull'],
  ['remove', inventory.removeCollectionItem, item, 400, 1, 'itemTypeUnknown'],
  ['remove', inventory.removeCollectionItem, item, 400, 2, 'assetNotFound'],
  ['remove', inventory.removeCollectionItem, item, 400, 3, 'bundleNotFound'],
  ['remove', inventory.removeCollectionItem, item, 401, 0, 'sessionEnded'],
  ['remove', inventory.removeCollectionItem, item, 403, 0, 'tokenRefused'],
  ['remove', inventory.removeCollectionItem, item, 403, 8, 'notInCollection'],
  ['package', inventory.getPackageAssets, { packageId: 1 }, 404, 0, 'packageNotFound'],
  ['bundle', catalog.getBundleDetails, { bundleId: 1 }, 400, 1, 'bundleNotFound'],
  ['bundle', catalog.getBundleDetails, { bundleId: 1 }, 404, 1, 'bundleNotFound'],
  ['collectibles', inventory.getCollectibles, { userId }, 400, 0, 'assetTypeInvalid'],
  ['collectibles', inventory.getCollectibles, { userId }, 403, 0, 'inventoryHidden'],
  ['collectibles', inventory.getCollectibles, { userId }, 400, 1, 'userNotFound'],
  ['can view', inventory.canViewInventory, { userId }, 400, 1, 'userNotFound'],
  ['copies', inventory.getItemCopies, owned, 400, 1, 'userNotFound'],
  ['copies', inventory.getItemCopies, owned, 400, 5, 'gamePassNotFound'],
  ['copies', inventory.getItemCopies, owned, 400, 6, 'itemTypeUnknown'],
  ['copies', inventory.getItemCopies, owned, 400, 7, 'assetNotFound'],
  ['copies', inventory.getItemCopies, owned, 400, 10, 'badgeNotFound'],
  ['copies', inventory.getItemCopies, owned, 400, 12, 'bundleNotFound'],
  ['copies', inventory.getItemCopies, owned, 403, 4, 'inventoryHidden'],
  ['copies', inventory.getItemCopies, owned, 403, 9, 'gamePassElsewhere'],
  ['is owned', inventory.isItemOwned, owned, 400, 1, 'userNotFound'],
  ['is owned', inventory.isItemOwned, owned, 400, 5, 'gamePassNotFound'],
  ['is owned', inventory.isItemOwned, owned, 400, 6, 'itemTypeUnknown'],
  ['is owned', inventory.isItemOwned, owned, 400, 7, 'assetNotFound'],
  ['is owned', inventory.isItemOwned, owned, 400, 10, 'badgeNotFound'],
  ['is owned', inventory.isItemOwned, owned, 400, 12, 'bundleNotFound'],
  ['places', inventory.getPlaces, { userId, placesTab: 'Created' }, 400, 6, 'placesRequestInvalid'],
  ['places', inventory.getPlaces, { userId, placesTab: 'Created' }, 403, 3, 'placesNotPermitted'],
  ['by type', inventory.getInventoryByType, { userId, assetTypeId: 8 }, 403, 4, 'inventoryHidden'],
  ['user', users.getUser, { userId }, 404, 3, 'userNotFound'],
  ['who am I', users.getAuthenticated, {}, 401, 0, 'sessionEnded'],
];

describe('every documented error', () => {
  it.each(documented)(
    '%s: reaching the person as something else',
    async (_name, endpoint, params, status, code, expected) => {
      const { client, server, sessions } = await clientAtServer();
      sessions.hold(userId, 'a session');
      server.fail('/', faults.refusal(status, code, 'As Roblox words it'));
      await expect(client.call(endpoint, params, { accountId: userId })).rejects.toMatchObject({
        code: expected,
        message: 'As Roblox words it',
        facts: { status, robloxCode: code },
      });
    },
  );

  it('a stranger told to sign in again', async () => {
    const { client, server } = await clientAtServer();
    server.fail('/', faults.sessionEnded());
    const call = client.call(inventory.getCategories, { userId }, { accountId: userId });
    await expect(call).rejects.toMatchObject({ code: 'signInNeeded', facts: { status: 401 } });
  });

  it.each([
    ['a plain string', '"Forbidden"'],
    ['one object', '{"code":4,"message":"Hidden"}'],
    ['an empty list', '{"errors":[]}'],
    ['nothing', ''],
    ['HTML', '<html></html>'],
  ])('an error body that is %s breaking the answer', async (_what, body) => {
    const { client, server } = await clientAtServer();
    server.fail('/', ({ outgoing }) => void outgoing.writeHead(403).end(body));
    const call = client.call(inventory.getInventoryByType, { userId, assetTypeId: 8 }, { accountId: userId });
    const code = body.includes('"code":4') ? 'inventoryHidden' : 'requestRefused';
    await expect(call).rejects.toMatchObject({ code, facts: { status: 403 } });
  });
});

describe('the tables', () => {
  it('one of the ten of Inventory v1 missing or twice', () => {
    expect(inventoryV1.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`).sort()).toEqual(
      [
        'DELETE /v1/collections/items/{itemType}/{itemTargetId}',
        'GET /v1/packages/{packageId}/assets',
        'GET /v1/users/{userId}/assets/collectibles',
        'GET /v1/users/{userId}/can-view-inventory',
        'GET /v1/users/{userId}/categories',
        'GET /v1/users/{userId}/categories/favorites',
        'GET /v1/users/{userId}/items/{itemType}/{itemTargetId}',
        'GET /v1/users/{userId}/items/{itemType}/{itemTargetId}/is-owned',
        'GET /v1/users/{userId}/places/inventory',
        'POST /v1/collections/items/{itemType}/{itemTargetId}',
      ].sort(),
    );
  });

  it('a placeholder of a path without its parameter', () => {
    for (const { endpoint, name } of allEndpoints) {
      const placeholders = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
      expect(Object.keys(endpoint.params.shape), name).toEqual(expect.arrayContaining(placeholders));
    }
  });

  it('an error that a table names without words for it', () => {
    for (const { endpoint } of allEndpoints) {
      for (const code of Object.values(endpoint.errors)) expect(errorCodes).toContain(code);
    }
    for (const code of errorCodes) {
      expect(en.errors[code].title.length, code).toBeGreaterThan(3);
      expect(en.errors[code].hint.length, code).toBeGreaterThan(10);
    }
  });
});
