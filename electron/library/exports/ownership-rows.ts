import type { SourceOf } from '../../../shared/exports.ts';
import { isItemType, type ItemRef } from '../../../shared/items.ts';
import { exporting } from '../../../shared/locales/en/exporting.ts';
import type { OwnershipFacts } from '../../../shared/ownership.ts';
import type { Containers } from '../containers.ts';
import type { OwnershipAnswers } from '../ownership/ownership-answers.ts';
import type { OwnershipList } from '../ownership/ownership-list.ts';
import type { OwnershipSheet } from '../ownership/ownership-sheet.ts';
import type { Sliced } from '../slices.ts';
import {
  errorCell,
  linkCell,
  timeCell,
  type ExportCells,
  type NamedAccount,
  type RowSource,
} from './export-cells.ts';

export interface OwnershipRowsOptions {
  readonly answers: OwnershipAnswers;
  readonly containers: Containers;
  readonly list: OwnershipList;
  readonly sheet: OwnershipSheet;
}

interface AskedItem extends ItemRef {
  readonly name: string | null;
  readonly note: string | null;
  readonly assetType: number | null;
}

// A few milliseconds of the library's thread.
const cellsInPart = 600;

/** Items and who owns them, as rows with something of each account. */
export class OwnershipRows {
  readonly #options: OwnershipRowsOptions;

  constructor(options: OwnershipRowsOptions) {
    this.#options = options;
  }

  /**
   * Of the pasted list those lines, in the order given, and the accounts that have a column. What is known of each is as
   * new as its line of the file.
   */
  *list({ lines }: SourceOf<'ownership'>, accounts: readonly NamedAccount[]): Sliced<RowSource> {
    const { list, sheet } = this.#options;
    const left = new Set(list.leftOut());
    const { rows } = yield* sheet.read([]);
    const byLine = new Map(rows.map((row) => [row.lineId, row]));
    return this.#source(
      lines.flatMap((line) => byLine.get(line) ?? []),
      accounts.filter(({ id }) => !left.has(id)),
    );
  }

  /** What a package or bundle is made of, as far as it is wanted, but for itself and what nobody can own. */
  contents({ item, parts: wanted }: SourceOf<'contents'>, accounts: readonly NamedAccount[]): RowSource {
    const parts = this.#options.containers.read(item)?.parts ?? [];
    const isWanted = (type: string, id: number) => wanted.some((one) => one.type === type && one.id === id);
    const owned = parts.flatMap(({ type, id, name, assetType }) =>
      isItemType(type) && isWanted(type, id) && !(type === item.type && id === item.id)
        ? [{ type, id, name: name || null, note: null, assetType }]
        : [],
    );
    return this.#source(owned, accounts, true);
  }

  #source(items: readonly AskedItem[], accounts: readonly NamedAccount[], areParts = false): RowSource {
    const ids = accounts.map(({ id }) => id);
    return {
      total: items.length,
      accounts,
      rowsInPart: Math.max(1, Math.floor(cellsInPart / Math.max(1, ids.length))),
      read: (start, end) => {
        const part = items.slice(start, end);
        const facts = this.#options.answers.factsOf(
          part.map(({ type, id }) => ({ type, id })),
          ids,
          areParts,
        );
        return part.map((item, place) => ({
          cells: toItemCells(item),
          byAccount: (facts[place] ?? []).map(toCells),
        }));
      },
    };
  }
}

function toItemCells(item: AskedItem): ExportCells {
  return {
    name: () => item.name,
    type: () => item.type,
    id: () => item.id,
    note: () => item.note,
    link: () => linkCell(item, item.assetType),
  };
}

function toCells({ state, copies, instanceIds, at, code }: OwnershipFacts): ExportCells {
  const words = exporting.states[state];
  const why = state === 'failed' && code ? `${words}: ${errorCell(code).words}` : words;
  return {
    state: () => ({ code: state, words: why }),
    copies: () => (copies > 0 ? copies : null),
    instanceIds: () => instanceIds,
    asOf: () => timeCell(at),
  };
}
