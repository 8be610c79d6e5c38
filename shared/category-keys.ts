/** The view over every category of an account's own inventory; no category of Roblox's has this key. */
export const allItemsKey = 'own/*';
