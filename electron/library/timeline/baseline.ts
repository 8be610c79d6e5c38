import type { ItemType } from '../../../shared/models.ts';
import type { Database } from '../database.ts';
import type { ComparedItem, ListedCopy } from './differences.ts';
import type { ListState, Reading } from './reading.ts';

interface ListRow {
  key: string;
  name: string;
  generation: number | null;
  saved_at: number | null;
  compared_at: number | null;
}

interface TouchedRow {
  type: ItemType;
  item_id: number;
  instance_id: number;
  serial_number: number | null;
  category: string;
  is_now: number;
}

// Without their types no index of another table would be searched by them.
const itemColumns = 'type TEXT, item_id INTEGER, PRIMARY KEY (type, item_id)';
/** A copy in the baseline, `b`, that its list has now: of account ?1 in list ?2 as generation ?3 has it. */
const copyNow = `
  SELECT 1 FROM item i
  CROSS JOIN holding h INDEXED BY holding_of_item
    ON h.account_id = ?1 AND h.item_number = i.number AND h.category = ?2 AND h.generation = ?3
  CROSS JOIN copy c ON c.account_id = ?1 AND c.category = ?2 AND c.generation = ?3 AND c.position = h.position
    AND c.instance_id = b.instance_id
  WHERE i.type = b.type AND i.id = b.item_id`;
const tables = ['baseline', 'baseline_subject', 'baseline_copy', 'baseline_price', 'baseline_miss'];

/** What each account was last compared at, in cache.db: lost with it, and then the next comparison begins anew. */
export class Baseline {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest batch of changes this baseline knows of; null before the first comparison. */
  batch(accountId: number): number | null {
    const sql = 'SELECT batch FROM baseline WHERE account_id = ?';
    return this.#database.get<{ batch: number }>(sql, accountId)?.batch ?? null;
  }

  setBatch(accountId: number, batch: number): void {
    this.#database.run('INSERT OR REPLACE INTO baseline VALUES (?, ?)', accountId, batch);
  }

  /** The account's own lists, as Roblox names them now. */
  lists(accountId: number): ListState[] {
    const rows = this.#database.all<ListRow>(
      `SELECT c.key, c.name, r.generation, r.saved_at, b.generation AS compared_at FROM category c
       LEFT JOIN refresh r ON r.account_id = c.account_id AND r.subject = c.key
       LEFT JOIN baseline_subject b ON b.account_id = c.account_id AND b.subject = c.key
       WHERE c.account_id = ? AND c.list = 'own' ORDER BY c.position`,
      accountId,
    );
    return rows.map(({ key, name, generation, saved_at, compared_at }) => {
      return { key, name, generation: generation ?? 0, savedAt: saved_at, comparedAt: compared_at };
    });
  }

  /** Names of all lists ever compared, those Roblox no longer names among them. */
  names(accountId: number): ReadonlyMap<string, string> {
    const sql = 'SELECT subject, name FROM baseline_subject WHERE account_id = ?';
    const rows = this.#database.all<{ subject: string; name: string }>(sql, accountId);
    return new Map(rows.map(({ subject, name }) => [subject, name]));
  }

  /** Every item of which some list differs from what it was compared at, with all its copies then and now. */
  differing(accountId: number, reading: Reading): ComparedItem[] {
    this.#noteTouched(accountId, reading);
    const rows = this.#database.all<TouchedRow>(
      `SELECT b.type, b.item_id, b.instance_id, b.serial_number, b.category, 0 AS is_now
       FROM touched t CROSS JOIN baseline_copy b INDEXED BY baseline_copy_of_item
         ON b.account_id = ?1 AND b.type = t.type AND b.item_id = t.item_id
       UNION ALL
       SELECT c.type, c.item_id, c.instance_id, coalesce(c.serial_number, (SELECT k.serial_number
           FROM refresh r CROSS JOIN collectible k ON k.account_id = ?1 AND k.generation = r.generation
             AND k.asset_id = c.item_id AND k.instance_id = c.instance_id
           WHERE c.type = 'Asset' AND r.account_id = ?1 AND r.subject = 'collectibles')), c.category, 1
       FROM touched t CROSS JOIN item i ON i.type = t.type AND i.id = t.item_id
       CROSS JOIN holding h INDEXED BY holding_of_item ON h.account_id = ?1 AND h.item_number = i.number
       JOIN read_list l ON l.category = h.category AND l.generation = h.generation
       CROSS JOIN copy c ON c.account_id = ?1 AND c.category = h.category AND c.generation = h.generation
         AND c.position = h.position`,
      accountId,
    );
    const items = new Map<string, { item: ComparedItem['item']; before: ListedCopy[]; now: ListedCopy[] }>();
    for (const row of rows) {
      const key = `${row.type}/${row.item_id}`;
      const known = items.get(key) ?? { item: { type: row.type, id: row.item_id }, before: [], now: [] };
      items.set(key, known);
      (row.is_now ? known.now : known.before).push(toCopy(row));
    }
    return [...items.values()];
  }

  /** Makes what was read the new baseline; of the items in `held` the old one stays. In one transaction of the caller. */
  advance(accountId: number, reading: Reading, held: readonly ComparedItem['item'][]): void {
    this.#noteHeld(held);
    for (const { key, generation } of reading.compared) {
      this.#database.run(
        `DELETE FROM baseline_copy AS b WHERE account_id = ?1 AND category = ?2 AND NOT EXISTS (${copyNow})
         AND NOT EXISTS (SELECT 1 FROM held h WHERE h.type = b.type AND h.item_id = b.item_id)`,
        accountId,
        key,
        generation,
      );
    }
    for (const { key, generation } of [...reading.compared, ...reading.first]) {
      // A first reading is learnt whole: what is held back concerns other lists.
      const unless = reading.isFirst(key) ? '' : 'AND NOT EXISTS (SELECT 1 FROM held h WHERE ';
      this.#database.run(
        `INSERT OR IGNORE INTO baseline_copy
         SELECT account_id, category, type, item_id, instance_id, serial_number FROM copy c
         WHERE account_id = ? AND category = ? AND generation = ?
         ${unless && `${unless}h.type = c.type AND h.item_id = c.item_id)`}`,
        accountId,
        key,
        generation,
      );
    }
    this.#saveSerials(accountId);
    this.#saveLists(accountId, reading);
  }

  forget(accountId: number): void {
    this.#database.transaction(() => {
      for (const table of tables) this.#database.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId);
    });
  }

  /** Set against each other list by list, both in the order of their keys: a hundred thousand copies in one go. */
  #noteTouched(accountId: number, reading: Reading): void {
    this.#openTable('touched', itemColumns);
    this.#openTable('read_list', 'category TEXT PRIMARY KEY, generation INTEGER');
    for (const { key, generation } of [...reading.compared, ...reading.first])
      this.#database.run('INSERT INTO read_list VALUES (?, ?)', key, generation);
    for (const { key, generation } of reading.compared) {
      this.#database.run(
        `INSERT OR IGNORE INTO touched SELECT b.type, b.item_id FROM baseline_copy b
         WHERE b.account_id = ?1 AND b.category = ?2 AND NOT EXISTS (${copyNow})
         UNION SELECT c.type, c.item_id FROM copy c
         WHERE c.account_id = ?1 AND c.category = ?2 AND c.generation = ?3 AND NOT EXISTS (
           SELECT 1 FROM baseline_copy b WHERE b.account_id = ?1 AND b.category = ?2 AND b.type = c.type
             AND b.item_id = c.item_id AND b.instance_id = c.instance_id)`,
        accountId,
        key,
        generation,
      );
    }
  }

  #noteHeld(held: readonly ComparedItem['item'][]): void {
    this.#openTable('held', itemColumns);
    this.#database.run(
      `INSERT OR IGNORE INTO held SELECT value ->> 'type', value ->> 'id' FROM json_each(?)`,
      JSON.stringify(held),
    );
  }

  /** Lists name fewer serial numbers than the collectible copies do. */
  #saveSerials(accountId: number): void {
    this.#database.run(
      `INSERT INTO baseline_copy
       SELECT b.account_id, b.category, b.type, b.item_id, b.instance_id, k.serial_number
       FROM refresh r CROSS JOIN collectible k ON k.account_id = r.account_id AND k.generation = r.generation
       CROSS JOIN baseline_copy b INDEXED BY baseline_copy_of_item
         ON b.account_id = r.account_id AND b.type = 'Asset' AND b.item_id = k.asset_id
         AND b.instance_id = k.instance_id AND b.serial_number IS NOT k.serial_number
       WHERE r.account_id = ? AND r.subject = 'collectibles' AND k.serial_number IS NOT NULL
       ON CONFLICT DO UPDATE SET serial_number = excluded.serial_number`,
      accountId,
    );
  }

  #saveLists(accountId: number, reading: Reading): void {
    for (const { key, generation, name } of [...reading.compared, ...reading.first])
      this.saveSubject(accountId, key, generation, name);
  }

  saveSubject(accountId: number, subject: string, generation: number, name: string): void {
    const sql = 'INSERT OR REPLACE INTO baseline_subject VALUES (?, ?, ?, ?)';
    this.#database.run(sql, accountId, subject, generation, name);
  }

  /** A table of this connection alone, empty. */
  #openTable(name: string, columns: string): void {
    this.#database.run(`CREATE TEMP TABLE IF NOT EXISTS ${name} (${columns}) WITHOUT ROWID`);
    this.#database.run(`DELETE FROM ${name}`);
  }
}

function toCopy(row: TouchedRow): ListedCopy {
  return { instanceId: row.instance_id, serialNumber: row.serial_number, category: row.category };
}
