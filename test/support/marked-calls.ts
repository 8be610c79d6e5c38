import type { Random } from '../../electron/demo/art/random.ts';
import type { Services } from '../../electron/services.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { showcases } from '../../electron/roblox/showcases.ts';
import { users } from '../../electron/roblox/users.ts';
import { toAppError } from '../../shared/errors.ts';
import type { RecordedRequest } from './roblox-server.ts';

// Ids that are no item's; an account's own range of them says in whose name a request was made.
const marksPerAccount = 1_000_000;

/** Makes calls of many kinds in the name of an account, each so that its request shows whose it is. */
export class CallMaker {
  made = 0;
  /** Answers that were for another account than the one that asked. */
  readonly mistaken: string[] = [];
  readonly #services: Services;
  readonly #accountIds: readonly number[];
  readonly #random: Random;

  constructor(services: Services, accountIds: readonly number[], random: Random) {
    this.#services = services;
    this.#accountIds = accountIds;
    this.#random = random;
  }

  /** Gives `done`, or the code of the error the call ended with. */
  async call(accountId: number): Promise<string> {
    const itemTargetId = (this.#accountIds.indexOf(accountId) + 1) * marksPerAccount + this.made;
    this.made += 1;
    const item = { itemType: 'Asset', itemTargetId } as const;
    const { client } = this.#services;
    const somebody = this.#random.pick(this.#accountIds);
    const calls = [
      () => client.call(inventory.getCategories, { userId: accountId }, { accountId }),
      () => client.call(inventory.isItemOwned, { userId: somebody, ...item }, { accountId }),
      () => client.call(inventory.addCollectionItem, item, { accountId }),
      () => client.call(inventory.removeCollectionItem, item, { accountId }),
      () => client.call(showcases.getProfileCollection, { userId: accountId }, { accountId }),
      () => this.#askWho(accountId),
    ];
    try {
      await this.#random.pick(calls)();
      return 'done';
    } catch (thrown) {
      return toAppError(thrown).code;
    }
  }

  /** In whose name a request was made; undefined where the request itself does not show it. */
  madeFor({ path, query }: RecordedRequest): number | undefined {
    const mark = /\/Asset\/(\d+)/.exec(path)?.[1];
    if (mark) return this.#accountIds[Math.floor(Number(mark) / marksPerAccount) - 1];
    const own = /\/users\/(\d+)\/categories$/.exec(path)?.[1] ?? query['userId'];
    return own === undefined ? undefined : Number(own);
  }

  /** This request looks the same whoever makes it: its answer tells. */
  async #askWho(accountId: number): Promise<void> {
    const { id } = await this.#services.client.call(users.getAuthenticated, {}, { accountId });
    if (id !== accountId) this.mistaken.push(`asked as ${accountId}, answered as ${id}`);
  }
}
