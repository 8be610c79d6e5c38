/** The router's patterns of the views that show one list of items; a remembered place is an address of one of them. */
export const viewPaths = { category: '/category/:key', savedView: '/saved/:id' } as const;

/** Which list the view at a remembered address shows; null where it is another kind of view. */
export function listAt(path: string): { readonly category: string } | { readonly savedView: number } | null {
  const [, view, name, rest] = path.split(/[?#]/)[0]?.split('/') ?? [];
  if (!name || rest !== undefined) return null;
  if (view === 'saved') return { savedView: Number(name) };
  return view === 'category' ? decoded(name) : null;
}

function decoded(name: string): { readonly category: string } | null {
  try {
    return { category: decodeURIComponent(name) };
  } catch {
    return null;
  }
}
