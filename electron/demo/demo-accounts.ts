import { generateAccount } from './account.ts';
import { firstUserId } from './ids.ts';

/** 12,000 copies: 2,000 of them limiteds, 60 places, and a profile collection with room left. */
export const richAccount = generateAccount({
  userId: firstUserId,
  name: 'MarlowTinker',
  displayName: 'Marlow ✦',
  seed: 20_260_830,
  itemCount: 12_000,
  collectibleCount: 2_000,
  packageCount: 24,
  placeCount: 60,
  bundleCount: 320,
  badgeCount: 640,
  gamePassCount: 180,
  favoriteCount: 360,
  shownCount: 7,
});

/** A newcomer with 300 copies. */
export const smallAccount = generateAccount({
  userId: firstUserId + 1,
  name: 'PebbleAndFern',
  displayName: 'Pebble',
  seed: 41,
  itemCount: 300,
  collectibleCount: 12,
  packageCount: 2,
  placeCount: 6,
  favoriteCount: 25,
  shownCount: 2,
});

/** Shows its inventory to nobody, and there is no session for it. */
export const hiddenAccount = generateAccount({
  userId: firstUserId + 2,
  name: 'QuietHeron',
  seed: 7,
  itemCount: 450,
  isHidden: true,
  hasSession: false,
});

/** Who lives on the demo Roblox unless told otherwise. */
export const demoAccounts = [richAccount, smallAccount, hiddenAccount] as const;
