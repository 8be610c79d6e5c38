import type { ItemRef, ItemType } from './items.ts';

const hosts = /^(?:https?:\/\/)?(?:(?:www|web|m|create)\.)?roblox\.com\//i;
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
// Addresses of assets as they once were, and still stand in lists: which one is meant stands behind the question mark.
const oldPages = /^(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:asset|item\.aspx|[^/]+-item|games\/start)\/?$/;

/** What item a word of a list means: an id, which is that of an asset, or an address at roblox.com; null for none. */
export function readItemText(text: string): ItemRef | null {
  const plain = plainId(text);
  if (plain) return toRef('Asset', plain);
  const address = readAddress(text);
  return address?.type ? toRef(address.type, address.digits) : null;
}

/** The digits of a word that is an id and nothing else. */
export function plainId(text: string): string | undefined {
  return /^(?:rbxassetid:\/\/)?(\d+)$/i.exec(text)?.[1];
}

/** What an address at roblox.com says of an item, whose `type` is null for another page; null for what is no such address. */
export function readAddress(
  text: string,
): { readonly type: ItemType | null; readonly digits: string } | null {
  if (!hosts.test(text)) return null;
  const [address = ''] = text.replace(hosts, '').toLowerCase().split('#');
  const [path = '', query = ''] = address.split('?');
  if (oldPages.test(path))
    return { type: 'Asset', digits: asked(query, 'id') ?? asked(query, 'placeid') ?? '' };
  const parts = path.split('/');
  const at = parts.findIndex((part) => Object.hasOwn(pages, part));
  return { type: pages[parts[at] ?? ''] ?? null, digits: parts[at + 1] ?? '' };
}

function asked(query: string, name: string): string | undefined {
  return query
    .split('&')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** Null for what is no id. */
export function toRef(type: ItemType, digits: string): ItemRef | null {
  const id = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(id) && id > 0 ? { type, id } : null;
}
