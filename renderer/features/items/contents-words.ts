import type { ContentsPart } from '../../../shared/contents.ts';
import { isItemType, type ItemRef } from '../../../shared/items.ts';
import { say } from '../../i18n.ts';

/** What can be said of one part of a package or bundle, for an account, or over all of them when it is null. */
export type PartState =
  | { readonly kind: 'owned' | 'missing' | 'unknown' }
  /** Nothing that can be owned or opened. */
  | { readonly kind: 'other'; readonly words: string };

/** A part that is an item; null for one that is nobody's. */
export function partItem({ type, id }: ContentsPart): ItemRef | null {
  return isItemType(type) ? { type, id } : null;
}

export function partState(container: ItemRef, part: ContentsPart, accountId: number | null): PartState {
  if (!isItemType(part.type)) return { kind: 'other', words: wordStrange(part.type) };
  if (part.type === container.type && part.id === container.id)
    return { kind: 'other', words: say('contents.itself') };
  const counted = part.standings.filter((one) => accountId === null || one.accountId === accountId);
  if (counted.some(({ standing }) => standing === 'owned')) return { kind: 'owned' };
  return { kind: counted.some(({ standing }) => standing === 'notOwned') ? 'missing' : 'unknown' };
}

/** An item as it is called: by its number where Roblox has named it nowhere yet. */
export function nameOrNumber({ name, id }: { readonly name: string; readonly id: number }): string {
  return name === '' ? say('contents.unnamed', { id: String(id) }) : name;
}

function wordStrange(type: string): string {
  return type === 'UserOutfit'
    ? say('contents.outfit')
    : say('contents.strange', { type: type.slice(0, 60) });
}
