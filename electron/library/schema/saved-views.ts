/** keep.db: the views a person named. A number is never given twice: addresses of a page hold it. */
export const savedViewsSchema = `
  CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER NOT NULL, name TEXT NOT NULL,
    scope TEXT NOT NULL, category TEXT NOT NULL, search TEXT NOT NULL, sort TEXT NOT NULL,
    owned TEXT NOT NULL, filter TEXT NOT NULL
  );
  `;
