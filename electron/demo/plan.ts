/** How many of each kind an account owns. All are copies: an item owned twice counts twice. */
export interface OwnedCounts {
  /** Copies of assets of every type except places, packages included. */
  readonly assets: number;
  /** How many of those copies are of limited items. */
  readonly collectibles: number;
  /** How many of those copies are packages (asset type 32). */
  readonly packages: number;
  /** Places over the four tabs. */
  readonly places: number;
  readonly bundles: number;
  readonly badges: number;
  readonly gamePasses: number;
}

/** What to generate; everything but the first four has a default in proportion to `itemCount`. */
export interface AccountPlan {
  readonly userId: number;
  /** The username, as Roblox allows it: 3 to 20 letters, digits and one underscore. */
  readonly name: string;
  readonly seed: number;
  /** Owned copies in total: assets, places over the four tabs, bundles, badges and game passes together. */
  readonly itemCount: number;
  readonly displayName?: string;
  readonly collectibleCount?: number;
  readonly packageCount?: number;
  readonly placeCount?: number;
  readonly bundleCount?: number;
  readonly badgeCount?: number;
  readonly gamePassCount?: number;
  readonly favoriteCount?: number;
  /** Items in the profile collection at first. */
  readonly shownCount?: number;
  /** Whether others may not see the inventory. */
  readonly isHidden?: boolean;
  readonly isBanned?: boolean;
  /** Whether there is a session with which Satchel can sign in. */
  readonly hasSession?: boolean;
  /** Where the ids of its items begin; accounts that share it share a catalogue. */
  readonly idBase?: number;
}

/** The plan's numbers with defaults filled in; they add up to `itemCount`, or it throws. */
export function countsOf(plan: AccountPlan): OwnedCounts {
  const share = (part: number): number => Math.round(plan.itemCount * part);
  const packages = plan.packageCount ?? share(0.002);
  const places = plan.placeCount ?? Math.min(60, share(0.01));
  const bundles = plan.bundleCount ?? share(0.027);
  const badges = plan.badgeCount ?? share(0.053);
  const gamePasses = plan.gamePassCount ?? share(0.015);
  const assets = plan.itemCount - places - bundles - badges - gamePasses;
  const collectibles = plan.collectibleCount ?? Math.min(share(1 / 6), assets - packages);
  if (assets < packages + collectibles)
    throw new RangeError('The parts of this account exceed its item count');
  return { assets, collectibles, packages, places, bundles, badges, gamePasses };
}
