import type { ItemRef, ItemType } from '../../../../shared/items.ts';

const hosts = /^(?:https?:\/\/)?(?:(?:www|web|create)\.)?roblox\.com\//i;
const pages: Readonly<Record<string, ItemType>> = {
  catalog: 'Asset',
  library: 'Asset',
  games: 'Asset',
  asset: 'Asset',
  bundles: 'Bundle',
  badges: 'Badge',
  'game-pass': 'GamePass',
  'game-passes': 'GamePass',
};

/** What item a word of a list means: an id, which is that of an asset, or an address at roblox.com; null for none. */
export function readItemText(text: string): ItemRef | null {
  const plain = /^(?:rbxassetid:\/\/)?(\d+)$/i.exec(text)?.[1];
  if (plain) return toRef('Asset', plain);
  if (!hosts.test(text)) return null;
  const [path = ''] = text.replace(hosts, '').split(/[?#]/);
  const parts = path.toLowerCase().split('/');
  const at = parts.findIndex((part) => Object.hasOwn(pages, part));
  const type = pages[parts[at] ?? ''];
  return type ? toRef(type, parts[at + 1] ?? '') : null;
}

/** Null for what is no id. */
export function toRef(type: ItemType, digits: string): ItemRef | null {
  const id = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(id) && id > 0 ? { type, id } : null;
}
