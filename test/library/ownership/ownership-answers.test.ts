import { describe, expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';

const at = Date.UTC(2026, 2, 4, 5, 6, 7);

function open(): Library {
  const { library } = openLibrary();
  addAccount(library, 7);
  addAccount(library, 8);
  library.ownershipList.paste('11 @cmd|calc, twice\n12\nhttps://www.roblox.com/badges/13/x\n14', true);
  return library;
}

describe('an answer that says no more than yes', () => {
  it('hiding the copies the lists have, in the details of the item', () => {
    const library = open();
    const key = 'own/AssetType/8/';
    library.holdings.begin(7, key, at);
    const facts = {
      type: 'Asset',
      id: 11,
      name: 'Hat',
      assetType: 8,
      creatorName: null,
      priceInRobux: null,
    } as const;
    const rows = [{ ...facts, instanceId: 901, serialNumber: 4, acquiredAt: at }];
    library.holdings.commitPage(7, key, { rows, unreadableRows: 0, nextCursor: null });
    library.holdings.publish(7, key, at);
    const answer = { isOwned: true, instanceIds: null, name: null };
    library.ownershipAnswers.save(7, { type: 'Asset', id: 11 }, answer, at + 1);
    const { isOwned, copies } = library.details.read(7, { type: 'Asset', id: 11 });
    expect(isOwned).toBe(true);
    expect(copies).toMatchObject([{ instanceId: 901, serialNumber: 4 }]);
    library.ownershipAnswers.save(7, { type: 'Asset', id: 11 }, { ...answer, isOwned: false }, at + 2);
    expect(library.details.read(7, { type: 'Asset', id: 11 }).copies).toEqual([]);
  });

  it('kept of an account that left', () => {
    const library = open();
    library.ownershipAnswers.fail([7], { type: 'Asset', id: 12 }, 'robloxFailed', at);
    library.ownershipAnswers.noteTrouble(7, 'inventoryHidden', at);
    library.ownershipList.leaveOut([7]);
    library.forget(7);
    const [facts] = library.ownershipAnswers.facts({ type: 'Asset', id: 12 }, [7]);
    expect(facts).toMatchObject({ state: 'unknown', code: null });
    expect(library.ownershipList.leftOut()).toEqual([]);
  });
});
