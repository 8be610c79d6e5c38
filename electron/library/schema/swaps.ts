/**
 * keep.db: changes of one swap share a number, and what is to go in waits for what is to go out. How many items a profile
 * collection takes is what Roblox had when it refused another one.
 */
export const swapsStep = `
  ALTER TABLE outbox_change ADD COLUMN swap INTEGER;
  CREATE TABLE profile_limit (account_id INTEGER PRIMARY KEY, items INTEGER NOT NULL);
  `;
