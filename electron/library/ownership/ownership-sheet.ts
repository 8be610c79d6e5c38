import type { ItemRef } from '../../../shared/items.ts';
import type { Ownership, OwnershipColumn, OwnershipRow } from '../../../shared/ownership.ts';
import type { CollectionFacts } from '../collections/collection-facts.ts';
import type { Database } from '../database.ts';
import { Underway, type Sliced } from '../slices.ts';
import type { CellKnowledge } from './cell-knowledge.ts';
import { cellOf } from './judge-cell.ts';
import type { ListedRow, OwnershipList } from './ownership-list.ts';

interface Name {
  readonly name: string;
  readonly assetType: number | null;
  readonly isKnown: boolean;
}

const namesPerStep = 1000;

/** The pasted list with all that is known about it. */
export class OwnershipSheet {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #list: OwnershipList;
  readonly #knowledge: CellKnowledge;
  readonly #facts: CollectionFacts;
  readonly #reading = new Underway<Ownership>();

  constructor(
    cache: Database,
    keep: Database,
    list: OwnershipList,
    knowledge: CellKnowledge,
    facts: CollectionFacts,
  ) {
    this.#cache = cache;
    this.#keep = keep;
    this.#list = list;
    this.#knowledge = knowledge;
    this.#facts = facts;
  }

  /** A column for each of the accounts. In slices: null until it is there, then to be asked again. */
  tryRead(accountIds: readonly number[]): Ownership | null {
    const key = JSON.stringify([accountIds, this.#list.revision]);
    return this.#reading.step(key, () => this.read(accountIds));
  }

  /** Keeps the names of what is on the list where a lost cache does not take them along. */
  keepNames(): void {
    const { rows } = this.#list.read();
    for (let start = 0; start < rows.length; start += namesPerStep)
      this.#facts.remember(pairs(rows.slice(start, start + namesPerStep)));
  }

  *read(accountIds: readonly number[]): Sliced<Ownership> {
    const { rows, faulty, repeated } = this.#list.read();
    const names = yield* this.#names(rows);
    const columns: OwnershipColumn[] = [];
    for (const accountId of accountIds) {
      const known = yield* this.#knowledge.read(accountId, rows);
      columns.push({ accountId, cells: known.map(cellOf), trouble: this.#knowledge.troubleOf(accountId) });
    }
    return {
      ...{ faulty, repeated, columns, leftOut: this.#list.leftOut(), removed: this.#list.removed() },
      rows: rows.map((row): OwnershipRow => {
        const found = names.get(`${row.type}/${row.id}`);
        const { name = null, assetType = null, isKnown = false } = found ?? {};
        return { ...row, name, assetType, isKnown };
      }),
    };
  }

  *#names(rows: readonly ListedRow[]): Sliced<ReadonlyMap<string, Name>> {
    const names = new Map<string, Name>();
    for (let start = 0; start < rows.length; start += namesPerStep) {
      const part = pairs(rows.slice(start, start + namesPerStep));
      for (const [database, table] of [
        [this.#keep, 'item_fact'],
        [this.#cache, 'item'],
      ] as const) {
        const found = database.all<{ type: string; id: number; name: string; asset_type: number | null }>(
          `SELECT i.type, i.id, i.name, i.asset_type FROM json_each(?) w
           CROSS JOIN ${table} i ON i.type = w.value ->> 0 AND i.id = w.value ->> 1`,
          part,
        );
        for (const { type, id, name, asset_type: assetType } of found)
          names.set(`${type}/${id}`, { name, assetType, isKnown: table === 'item' });
      }
      yield;
    }
    return names;
  }
}

function pairs(items: readonly ItemRef[]): string {
  return JSON.stringify(items.map(({ type, id }) => [type, id]));
}
