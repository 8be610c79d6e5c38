import { en } from '../../../shared/locales/en.ts';
import type { OwnershipFacts } from '../../../shared/ownership.ts';
import { itemPage } from '../../roblox/item-page.ts';
import { toCsv, utf8Mark } from '../csv-cells.ts';
import { Underway, type Sliced } from '../slices.ts';
import type { OwnershipAnswers } from './ownership-answers.ts';
import type { OwnershipSheet } from './ownership-sheet.ts';

/** An account with a column, as it is called in the file. */
export interface TableAccount {
  readonly id: number;
  readonly name: string;
}

export interface WrittenTable {
  readonly text: string;
  readonly items: number;
}

/** Rows of the list with all that is known of them, as a table for a file. */
export class OwnershipTable {
  readonly #sheet: OwnershipSheet;
  readonly #answers: OwnershipAnswers;
  readonly #writing = new Underway<WrittenTable>();

  constructor(sheet: OwnershipSheet, answers: OwnershipAnswers) {
    this.#sheet = sheet;
    this.#answers = answers;
  }

  /** The rows of these lines, in the order given. In slices: null until it is there, then to be asked again. */
  tryWrite(accounts: readonly TableAccount[], lines: readonly number[]): WrittenTable | null {
    const key = JSON.stringify([accounts, lines]);
    return this.#writing.step(key, () => this.#write(accounts, lines));
  }

  *#write(accounts: readonly TableAccount[], lines: readonly number[]): Sliced<WrittenTable> {
    const { rows } = yield* this.#sheet.read([]);
    const byLine = new Map(rows.map((row) => [row.lineId, row]));
    const { columns } = en.ownershipFile;
    const table = [
      [
        ...[columns.type, columns.id, columns.name, columns.note, columns.link],
        ...accounts.flatMap(({ name }) => [
          ...[
            name,
            `${name}: ${columns.copies}`,
            `${name}: ${columns.instances}`,
            `${name}: ${columns.asOf}`,
          ],
        ]),
      ],
    ];
    const ids = accounts.map(({ id }) => id);
    for (const line of lines) {
      const row = byLine.get(line);
      if (!row) continue;
      const { type, id, name, note, assetType } = row;
      table.push([
        ...[type, String(id), name ?? '', note ?? '', itemPage(row, assetType)],
        ...this.#answers.facts({ type, id }, ids).flatMap(toCells),
      ]);
      yield;
    }
    return { text: utf8Mark + toCsv(table), items: table.length - 1 };
  }
}

function toCells({ state, copies, instanceIds, at, code }: OwnershipFacts): string[] {
  const { states } = en.ownershipFile;
  const words = state === 'failed' && code ? `${states.failed}: ${en.errors[code].title}` : states[state];
  const asOf = at === null ? '' : new Date(at).toISOString();
  return [words, copies > 0 ? String(copies) : '', instanceIds.join(' '), asOf];
}
