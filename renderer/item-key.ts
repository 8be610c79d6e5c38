import type { ItemRef } from '../shared/items.ts';

/** Names an item within the page: `Asset-123`. */
export function itemKey(item: ItemRef): string {
  return `${item.type}-${item.id}`;
}

/** Relative address of an item's thumbnail; `size` in pixels. */
export function itemThumbnail(item: ItemRef, size: 150 | 420): string {
  return `thumb/${item.type}-${item.id}-${size}`;
}

/** Relative address of an account's head. */
export function accountThumbnail(userId: number): string {
  return `thumb/AvatarHeadShot-${userId}-150`;
}
