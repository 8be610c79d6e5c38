/**
 * When each picture was last looked at, beside the pictures: they are large, and what to evict is found without
 * reading one. `thumbnail_absence` is what Roblox said of a picture it does not give out, and how long to believe it.
 */
export const thumbnailSchema = `
  CREATE TABLE thumbnail_use (key TEXT PRIMARY KEY, bytes INTEGER NOT NULL, used_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX thumbnail_use_order ON thumbnail_use (used_at, key, bytes);
  INSERT INTO thumbnail_use SELECT key, length(png), saved_at FROM thumbnail;
  CREATE TABLE thumbnail_absence (key TEXT PRIMARY KEY, reason TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
`;
