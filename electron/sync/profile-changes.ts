import { toAppError, type ErrorCode, type ErrorData } from '../../shared/errors.ts';
import type { ItemRef } from '../../shared/items.ts';
import type { CollectionChange } from '../../shared/profile-collection.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ProfileItems } from '../library/profile-items.ts';
import type { Remote } from '../library/remote-library.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { inventory } from '../roblox/inventory.ts';

export interface ProfileChangesOptions {
  readonly profileItems: Remote<ProfileItems>;
  readonly client: RobloxClient;
  readonly accounts: Accounts;
  readonly onChanged: (accountId: number) => void;
}

type Direction = 'add' | 'remove';

const alreadySo = { add: 'alreadyInCollection', remove: 'notInCollection' } as const;

const aboutTheItem: ReadonlySet<ErrorCode> = new Set([
  ...Object.values(inventory.addCollectionItem.errors),
  ...Object.values(inventory.removeCollectionItem.errors),
  'idNotSafe',
  'requestRefused',
]);

/** Changes an account's profile collection at Roblox, one item after the other, and reports on each. */
export class ProfileChanges {
  readonly #options: ProfileChangesOptions;
  readonly #underWay = new Map<number, number>();

  constructor(options: ProfileChangesOptions) {
    this.#options = options;
  }

  /** How many of an account's changes are still on their way to Roblox. */
  pending(accountId: number): number {
    return this.#underWay.get(accountId) ?? 0;
  }

  /** Throws `accountReadOnly`; a refusal of one item is reported with it and stops no other. */
  async change(
    accountId: number,
    direction: Direction,
    items: readonly ItemRef[],
  ): Promise<CollectionChange[]> {
    this.#options.accounts.requireEditable(accountId);
    this.#count(accountId, items.length);
    const changes: CollectionChange[] = [];
    let stopped: ErrorData | null = null;
    for (const item of items) {
      const error: ErrorData | null = stopped ?? (await this.#changeOne(accountId, direction, item));
      // What is wrong with the way to Roblox is wrong for all that follow: they are not tried.
      if (error && !aboutTheItem.has(error.code)) stopped = error;
      changes.push({ item, error });
      this.#count(accountId, -1);
    }
    this.#options.onChanged(accountId);
    return changes;
  }

  #count(accountId: number, more: number): void {
    this.#underWay.set(accountId, this.pending(accountId) + more);
  }

  async #changeOne(accountId: number, direction: Direction, item: ItemRef): Promise<ErrorData | null> {
    const { client, profileItems } = this.#options;
    const endpoint = direction === 'add' ? inventory.addCollectionItem : inventory.removeCollectionItem;
    const params = { itemType: item.type, itemTargetId: item.id };
    const error = await client.call(endpoint, params, { accountId }).then(
      () => null,
      (thrown: unknown) => toAppError(thrown).toJSON(),
    );
    // "Already in" and "not in" say what the collection holds as surely as a success does.
    if (error && error.code !== alreadySo[direction]) return error;
    try {
      await profileItems.confirm(accountId, item, direction);
    } catch (thrown) {
      return toAppError(thrown).toJSON();
    }
    return error;
  }
}
