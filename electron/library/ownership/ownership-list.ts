import { AppError } from '../../../shared/errors.ts';
import type { ItemRef, ItemType } from '../../../shared/items.ts';
import {
  ownershipLimits,
  type FaultyLine,
  type LineFault,
  type OwnershipType,
  type PasteOutcome,
  type RepeatedLine,
  type TypeSource,
} from '../../../shared/ownership.ts';
import type { Database } from '../database.ts';
import { guessTypes } from './guess-types.ts';
import { readPastedLines, tooLong, type PastedLine } from './pasted-lines.ts';

/** An item of the list, at the first line that names it. */
export interface ListedRow extends ItemRef {
  readonly lineId: number;
  readonly typeSource: TypeSource;
  readonly note: string | null;
}

export interface ListLines {
  readonly rows: readonly ListedRow[];
  readonly faulty: readonly FaultyLine[];
  readonly repeated: readonly RepeatedLine[];
}

interface LineRow {
  id: number;
  line: number;
  text: string;
  type: ItemType | null;
  item_id: number | null;
  type_source: TypeSource | null;
  note: string | null;
  fault: LineFault | null;
}

/** The list a person pasted, in keep.db. */
export class OwnershipList {
  readonly #cache: Database;
  readonly #keep: Database;
  #revision = 0;

  constructor(cache: Database, keep: Database) {
    this.#cache = cache;
    this.#keep = keep;
  }

  /** Changes whenever the list does. */
  get revision(): number {
    return this.#revision;
  }

  /** In the order they were pasted. */
  read(): ListLines {
    const rows: ListedRow[] = [];
    const faulty: FaultyLine[] = [];
    const repeated: RepeatedLine[] = [];
    const firstLines = new Map<string, number>();
    for (const row of this.#keep.all<LineRow>('SELECT * FROM ownership_line ORDER BY id')) {
      const { id, line, text, type, item_id: itemId, type_source: typeSource, note } = row;
      if (type === null || itemId === null || typeSource === null) {
        faulty.push({ id, line, text, fault: row.fault ?? 'noId' });
        continue;
      }
      const firstLine = firstLines.get(`${type}/${itemId}`);
      if (firstLine !== undefined) repeated.push({ id, line, text, firstLine });
      else rows.push({ type, id: itemId, lineId: id, typeSource, note });
      firstLines.set(`${type}/${itemId}`, firstLine ?? line);
    }
    return { rows, faulty, repeated };
  }

  /** Adds to the list, or begins it anew: what was on it can be brought back. Throws `ownershipListTooLong`, and nothing has changed. */
  paste(text: string, isNewList: boolean): PasteOutcome {
    const lines = readPastedLines(text);
    return this.#change(() => {
      if (isNewList) this.#takeOff('TRUE');
      return this.#insert(lines);
    });
  }

  /** Puts another text in the place of a line that was not understood. Throws `ownershipLineUnknown`. */
  correct(id: number, text: string): PasteOutcome {
    const [read] = readPastedLines(text.replaceAll(/[\r\n]+/g, ' '));
    return this.#change(() => {
      const known = this.#keep.get<LineRow>('SELECT * FROM ownership_line WHERE id = ? AND type IS NULL', id);
      if (!known) throw new AppError('ownershipLineUnknown', `No line ${id} to correct`);
      const line = { ...(read ?? { text: '', items: [], fault: 'noId' as const }), line: known.line };
      const [first, ...others] = line.items;
      if (!first) {
        const { text: kept, fault } = line;
        this.#keep.run('UPDATE ownership_line SET text = ?, fault = ? WHERE id = ?', kept, fault, id);
        return { items: 0, faulty: 1, repeated: 0 };
      }
      const before = this.#items();
      const { type, source } = this.#typesOf([line]).get(first.ref.id) ?? assumed;
      this.#keep.run(
        `UPDATE ownership_line SET text = ?, type = ?, item_id = ?, type_source = ?, note = ?, fault = NULL
         WHERE id = ?`,
        ...[line.text, first.isCertain ? first.ref.type : type, first.ref.id],
        ...[first.isCertain ? 'address' : source, first.note, id],
      );
      this.#insert([{ ...line, items: others }]);
      const items = this.#items() - before;
      return { items, faulty: 0, repeated: line.items.length - items };
    });
  }

  /** Says what lines are, or with null has it guessed again; `all` are those whose kind no address says. */
  setType(lines: readonly number[] | 'all', type: OwnershipType | null): void {
    this.#change(() => {
      const ids = JSON.stringify(lines === 'all' ? this.#uncertain() : this.#withRepeats(lines));
      if (type) {
        this.#keep.run(
          `UPDATE ownership_line SET type = ?, type_source = 'chosen'
           WHERE id IN (SELECT value FROM json_each(?)) AND type IS NOT NULL`,
          type,
          ids,
        );
        return;
      }
      const rows = this.#keep.all<{ id: number; item_id: number; text: string }>(
        `SELECT id, item_id, text FROM ownership_line
         WHERE id IN (SELECT value FROM json_each(?)) AND type IS NOT NULL`,
        ids,
      );
      const types = guessTypes(this.#cache, this.#keep, new Set(rows.map((row) => row.item_id)));
      for (const { id, item_id: itemId, text } of rows) {
        const [certain] =
          readPastedLines(text)[0]?.items.filter((one) => one.isCertain && one.ref.id === itemId) ?? [];
        const guess = types.get(itemId) ?? assumed;
        this.#keep.run(
          'UPDATE ownership_line SET type = ?, type_source = ? WHERE id = ?',
          ...[certain?.ref.type ?? guess.type, certain ? 'address' : guess.source, id],
        );
      }
    });
  }

  /** Takes lines off, with those that repeat them. Returns how many: of what is gone already none, and that is no error. */
  remove(lines: readonly number[] | 'faulty' | 'all'): number {
    return this.#change(() => {
      if (lines === 'all') return this.#takeOff('TRUE');
      if (lines === 'faulty') return this.#takeOff('type IS NULL');
      const ids = JSON.stringify(this.#withRepeats(lines));
      return this.#takeOff('id IN (SELECT value FROM json_each(?1))', ids);
    });
  }

  /**
   * Brings back what was taken off last, to where it stood; what came since stays. Returns how many lines. Throws
   * `ownershipNothingRemoved`, `ownershipListTooLong`.
   */
  bringBack(): number {
    return this.#change(() => {
      const removed = this.#count('ownership_line_removed');
      if (removed === 0) throw new AppError('ownershipNothingRemoved', 'No line was taken off');
      if (this.#count('ownership_line') + removed > ownershipLimits.lines) throw tooLong();
      this.#keep.run('INSERT INTO ownership_line SELECT * FROM ownership_line_removed');
      this.#keep.run('DELETE FROM ownership_line_removed');
      return removed;
    });
  }

  /** How many lines can be brought back. */
  removed(): number {
    return this.#count('ownership_line_removed');
  }

  /** Accounts that have no column. */
  leftOut(): number[] {
    const rows = this.#keep.all<{ account_id: number }>('SELECT account_id FROM ownership_left_out');
    return rows.map((row) => row.account_id);
  }

  leaveOut(accountIds: readonly number[]): void {
    this.#change(() => {
      this.#keep.run('DELETE FROM ownership_left_out');
      this.#keep.run(
        'INSERT INTO ownership_left_out SELECT DISTINCT value FROM json_each(?)',
        JSON.stringify(accountIds),
      );
    });
  }

  /** An account that comes back has a column like any other. */
  forget(accountId: number): void {
    this.#keep.run('DELETE FROM ownership_left_out WHERE account_id = ?', accountId);
  }

  #change<T>(change: () => T): T {
    this.#revision += 1;
    return this.#keep.transaction(change);
  }

  #insert(lines: readonly PastedLine[]): PasteOutcome {
    const before = this.#items();
    const types = this.#typesOf(lines);
    const rows = lines.flatMap(({ line, text, items, fault }) => {
      if (fault) return [[line, text, null, null, null, null, fault]];
      return items.map(({ ref, isCertain, note }) => {
        const guess = types.get(ref.id) ?? assumed;
        const [type, source] = isCertain ? [ref.type, 'address'] : [guess.type, guess.source];
        return [line, text, type, ref.id, source, note, null];
      });
    });
    if (this.#count('ownership_line') + rows.length > ownershipLimits.lines) throw tooLong();
    this.#keep.run(
      `INSERT INTO ownership_line (line, text, type, item_id, type_source, note, fault)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
       FROM json_each(?) ORDER BY key`,
      JSON.stringify(rows),
    );
    const faulty = lines.filter(({ fault }) => fault !== null).length;
    const items = this.#items() - before;
    return { items, faulty, repeated: rows.length - faulty - items };
  }

  /** What was taken off before that is not to be had any more. Returns how many lines. */
  #takeOff(condition: string, ...values: readonly string[]): number {
    const rows = `FROM ownership_line WHERE ${condition}`;
    const { count } =
      this.#keep.get<{ count: number }>(`SELECT count(*) AS count ${rows}`, ...values) ?? none;
    if (count === 0) return 0;
    this.#keep.run('DELETE FROM ownership_line_removed');
    this.#keep.run(`INSERT INTO ownership_line_removed SELECT * ${rows}`, ...values);
    this.#keep.run(`DELETE ${rows}`, ...values);
    return count;
  }

  #count(table: 'ownership_line' | 'ownership_line_removed'): number {
    return (this.#keep.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`) ?? none).count;
  }

  #typesOf(lines: readonly PastedLine[]) {
    const ids = lines.flatMap(({ items }) => items.flatMap((one) => (one.isCertain ? [] : [one.ref.id])));
    return guessTypes(this.#cache, this.#keep, new Set(ids));
  }

  /** Different items. */
  #items(): number {
    const row = this.#keep.get<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT DISTINCT type, item_id FROM ownership_line WHERE type IS NOT NULL)`,
    );
    return row?.count ?? 0;
  }

  #uncertain(): number[] {
    const rows = this.#keep.all<{ id: number }>(
      `SELECT id FROM ownership_line WHERE type IS NOT NULL AND type_source <> 'address'`,
    );
    return rows.map(({ id }) => id);
  }

  /** A line that repeats another is about the same item: what becomes of one becomes of both. */
  #withRepeats(lines: readonly number[]): number[] {
    const rows = this.#keep.all<{ id: number }>(
      `SELECT value AS id FROM json_each(?1)
       UNION SELECT other.id FROM json_each(?1) l CROSS JOIN ownership_line one ON one.id = l.value
         CROSS JOIN ownership_line other ON other.type = one.type AND other.item_id = one.item_id`,
      JSON.stringify(lines),
    );
    return rows.map(({ id }) => id);
  }
}

const none = { count: 0 };
const assumed = { type: 'Asset', source: 'assumed' } as const;
