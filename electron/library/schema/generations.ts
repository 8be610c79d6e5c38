/**
 * cache.db: numbers that are never given twice, so that what is remembered of a list, or is still being worked out, never
 * passes for what came after it. `given_up` is the highest generation of all lists that were given up with their account,
 * in one row that names nobody: lists begin behind it. `attempt` counts how often a refresh was begun.
 */
export const generationsStep = `
  CREATE TABLE given_up (generation INTEGER NOT NULL);
  INSERT INTO given_up SELECT coalesce(max(generation), 0) FROM leftover;
  ALTER TABLE refresh ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0;
`;
