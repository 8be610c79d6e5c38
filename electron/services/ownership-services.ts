import type { Ownership, OwnershipFacts } from '../../shared/ownership.ts';
import type { ItemRef } from '../../shared/items.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { inSlices } from '../sync/in-slices.ts';
import { OwnershipEngine } from '../sync/ownership/ownership-engine.ts';
import type { Emit } from './emit.ts';

export interface OwnershipServicesOptions {
  readonly library: RemoteLibrary;
  readonly client: RobloxClient;
  readonly book: AccountBook;
  readonly accounts: Pick<Accounts, 'noteVisibility'>;
  readonly emit: Emit;
}

export interface OwnershipServices {
  readonly engine: OwnershipEngine;
  readonly read: () => Promise<Ownership>;
  readonly facts: (item: ItemRef) => Promise<readonly OwnershipFacts[]>;
  /** Passes on the answer of a change of the list, tells every window of it, and has what is asked follow it. */
  readonly tell: <Answer>(change: Promise<Answer>) => Promise<Answer>;
}

/** The pasted list, and asking Roblox about it. */
export function createOwnershipServices(options: OwnershipServicesOptions): OwnershipServices {
  const { library, client, book, accounts, emit } = options;
  const engine = new OwnershipEngine({
    ...{ library, client, accounts: book, now: Date.now },
    onChanged: (news) => emit('ownership.changed', news),
    onHidden: (accountId) => accounts.noteVisibility(accountId, 'hidden'),
  });
  const everybody = () => book.list().map(({ id }) => id);
  return {
    engine,
    read: () => inSlices(() => library.ownershipSheet.tryRead(everybody())),
    facts: (item) => library.ownershipAnswers.facts(item, everybody()),
    async tell(change) {
      const answer = await change;
      await library.ownershipSheet.keepNames();
      engine.look();
      return answer;
    },
  };
}
