/**
 * cache.db: what packages and bundles contain, as Roblox last said, and when. `gone_at` is when it said that it has one no
 * more: the parts known before stay. A part's type is Roblox's word, and its name the one it came with.
 */
export const containersStep = `
  CREATE TABLE container (
    type TEXT NOT NULL, id INTEGER NOT NULL, saved_at INTEGER, gone_at INTEGER,
    unreadable_parts INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;

  CREATE TABLE container_part (
    type TEXT NOT NULL, id INTEGER NOT NULL, position INTEGER NOT NULL,
    part_type TEXT NOT NULL, part_id INTEGER NOT NULL, part_name TEXT,
    PRIMARY KEY (type, id, position)
  ) WITHOUT ROWID;
  CREATE INDEX container_of_part ON container_part (part_type, part_id);

  INSERT INTO container (type, id) SELECT DISTINCT 'Asset', package_id FROM package_asset;
  INSERT INTO container_part SELECT 'Asset', package_id, position, 'Asset', asset_id, NULL FROM package_asset;
  DROP TABLE package_asset;
`;
