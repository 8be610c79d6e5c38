/** keep.db: since when an inventory was last seen to be as it is: hidden, or not. Epoch milliseconds. */
export const visibilityStep = `
  ALTER TABLE account ADD COLUMN visibility_since INTEGER;
  `;
