import type { KeptAccount } from '../../electron/library/account-store.ts';
import type { CategoryFacts } from '../../electron/library/categories.ts';
import type { Library } from '../../electron/library/library.ts';

/** Adds a followed account, at the end of the others. */
export function addAccount(library: Library, id: number, facts: Partial<KeptAccount> = {}): void {
  const account = {
    id,
    kind: 'followed',
    username: `player_${id}`,
    displayName: `Player ${id}`,
    visibility: 'visible',
    isBanned: false,
    isGone: false,
    nickname: null,
    colour: null,
    ...facts,
  };
  library.accounts.save(account as KeptAccount);
}

/** An own category of assets, in a group of its own. */
export function categoryFacts(assetType: number): CategoryFacts {
  const name = `Type ${assetType}`;
  return {
    list: 'own',
    groupName: name,
    groupDisplayName: name,
    name,
    type: 'AssetType',
    id: assetType,
    filter: null,
  };
}
