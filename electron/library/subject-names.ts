// By themselves: who only names a subject, like main's own thread, needs nothing of the library for it.

export const categoriesSubject = 'categories';
/** Published when every own category has been gone through. */
export const allItemsSubject = 'allItems';
export const collectiblesSubject = 'collectibles';
export const profileCollectionSubject = 'profileCollection';
