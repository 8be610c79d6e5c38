const itemTypes = ['Asset', 'GamePass', 'Badge', 'Bundle', 'Avatar'] as const;

export type ItemType = (typeof itemTypes)[number];

/** Roblox takes item types by name, in any case, and by number (0 to 4); undefined for anything else. */
export function parseItemType(text: string): ItemType | undefined {
  const byNumber = /^\d$/.test(text) ? itemTypes[Number(text)] : undefined;
  return byNumber ?? itemTypes.find((type) => type.toLowerCase() === text.toLowerCase());
}
