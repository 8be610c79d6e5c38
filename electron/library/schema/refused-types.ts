/** keep.db: types of assets that Roblox takes into no profile collection, by its own refusals. */
export const refusedTypesStep = `
  CREATE TABLE profile_refused_type (asset_type INTEGER PRIMARY KEY, refused_at INTEGER NOT NULL);
  `;
