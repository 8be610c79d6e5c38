/** The address of a collection in the window. */
export function collectionPath(id: number): string {
  return `/collections/${id}`;
}

export const trashPath = '/collections/trash';
export const unfiledPath = '/collections/unfiled';
