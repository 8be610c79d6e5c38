import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { ItemAnswer, OpenCell } from '../../library/ownership/ownership-answers.ts';
import type { CallOptions, RobloxClient } from '../../roblox/client.ts';
import type { Endpoint } from '../../roblox/endpoint.ts';
import { inventory } from '../../roblox/inventory.ts';
import { fetchCopies } from '../item-details.ts';
import { askTroubleOf } from './ask-trouble.ts';

type Call = Omit<CallOptions, 'accountId'>;

/** Asks Roblox about items of one account, one at a time. */
export class ItemAsker {
  readonly #client: RobloxClient;
  readonly #accountId: number;
  readonly #onHidden: () => void;
  #areCopiesHidden = false;

  /** `onHidden` is told once, when Roblox keeps the account's copies to itself. */
  constructor(client: RobloxClient, accountId: number, onHidden: () => void) {
    this.#client = client;
    this.#accountId = accountId;
    this.#onHidden = onHidden;
  }

  /**
   * Where a cell is asked about. One request to the copies tells of an asset whether it is owned, each copy and the name. Of
   * a badge, a pass or a bundle there are no copies to name, and those of a hidden inventory are named to nobody: the bare
   * yes or no says all there is to say.
   */
  endpointOf({ type, isNamed }: OpenCell): Endpoint {
    const isBare = this.#areCopiesHidden || (type !== 'Asset' && isNamed);
    return isBare ? inventory.isItemOwned : inventory.getItemCopies;
  }

  /** Throws what the call throws; `inventoryHidden` only where the yes or no is refused as well. */
  async ask(cell: OpenCell, call: Call): Promise<ItemAnswer> {
    if (this.endpointOf(cell) === inventory.isItemOwned) return this.#askYesOrNo(cell, call);
    try {
      const { instanceIds, name } = await fetchCopies(this.#client, this.#accountId, cell, call);
      return { isOwned: instanceIds.length > 0, instanceIds, name };
    } catch (thrown) {
      const error = toAppError(thrown);
      const isHidden = error.code === 'inventoryHidden';
      if (!isHidden && askTroubleOf(error) !== 'cell') throw thrown;
      if (isHidden) this.#noteHidden();
      // The copies cannot be had: whether there are any may still be known.
      return this.#askYesOrNo(cell, call).catch((second: unknown) => {
        throw isAsRefused(error, toAppError(second)) ? thrown : second;
      });
    }
  }

  async #askYesOrNo({ type, id }: OpenCell, call: Call): Promise<ItemAnswer> {
    const params = { userId: this.#accountId, itemType: type, itemTargetId: id };
    const calling = { ...call, accountId: this.#accountId };
    const isOwned = await this.#client.call(inventory.isItemOwned, params, calling);
    return { isOwned, instanceIds: null, name: null };
  }

  #noteHidden(): void {
    if (this.#areCopiesHidden) return;
    this.#areCopiesHidden = true;
    this.#onHidden();
  }
}

/** Whether the first refusal says more. Of a hidden inventory it stands for all of it, which mere trouble never does. */
function isAsRefused(first: AppError, second: AppError): boolean {
  if (first.code === 'inventoryHidden') return second.code === 'requestRefused';
  return askTroubleOf(second) === 'cell';
}
