import { toAppError } from '../../../shared/errors.ts';
import type { ItemAnswer, OpenCell } from '../../library/ownership/ownership-answers.ts';
import type { CallOptions, RobloxClient } from '../../roblox/client.ts';
import type { Endpoint } from '../../roblox/endpoint.ts';
import { inventory } from '../../roblox/inventory.ts';
import { fetchCopies } from '../item-details.ts';
import { askTroubleOf } from './ask-trouble.ts';

/**
 * Where a cell is asked about. One request to the copies tells of an asset whether it is owned, each copy and the name. Of a
 * badge, a pass or a bundle there are no copies to name: once its name is known the bare yes or no says all there is to say.
 */
export function endpointOf({ type, isNamed }: OpenCell): Endpoint {
  return type !== 'Asset' && isNamed ? inventory.isItemOwned : inventory.getItemCopies;
}

/** Asks Roblox about one item of one account. Throws what the call throws. */
export async function askItem(
  client: RobloxClient,
  accountId: number,
  cell: OpenCell,
  call: Omit<CallOptions, 'accountId'>,
): Promise<ItemAnswer> {
  if (endpointOf(cell) === inventory.isItemOwned) return askYesOrNo(client, accountId, cell, call);
  try {
    const { instanceIds, name } = await fetchCopies(client, accountId, cell, call);
    return { isOwned: instanceIds.length > 0, instanceIds, name };
  } catch (thrown) {
    if (askTroubleOf(toAppError(thrown)) !== 'cell') throw thrown;
    // The copies cannot be had: whether there are any may still be known.
    return askYesOrNo(client, accountId, cell, call).catch((second: unknown) => {
      throw askTroubleOf(toAppError(second)) === 'cell' ? thrown : second;
    });
  }
}

async function askYesOrNo(
  client: RobloxClient,
  accountId: number,
  { type, id }: OpenCell,
  call: Omit<CallOptions, 'accountId'>,
): Promise<ItemAnswer> {
  const params = { userId: accountId, itemType: type, itemTargetId: id };
  const isOwned = await client.call(inventory.isItemOwned, params, { ...call, accountId });
  return { isOwned, instanceIds: null, name: null };
}
