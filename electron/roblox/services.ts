import { auth } from './auth.ts';
import { badges } from './badges.ts';
import { catalog } from './catalog.ts';
import { nameOf, type NamedEndpoint } from './endpoint.ts';
import { gamePasses } from './game-passes.ts';
import { inventory } from './inventory.ts';
import { showcases } from './showcases.ts';
import { thumbnails } from './thumbnails.ts';
import { users } from './users.ts';

/** Every endpoint Satchel can call: the whole of its conversation with Roblox. */
export const allEndpoints: readonly NamedEndpoint[] = [
  inventory,
  users,
  catalog,
  showcases,
  badges,
  gamePasses,
  thumbnails,
  auth,
].flatMap((endpoints) => Object.values(endpoints).map(nameOf));

/** The ten of Inventory v1, which the tour reports on. */
export const inventoryV1 = allEndpoints.filter(
  ({ service, endpoint }) => service === 'inventory' && endpoint.path.startsWith('/v1/'),
);
