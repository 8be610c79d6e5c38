import type { ErrorCode } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { ChangedCell, OwnershipFacts } from '../../../shared/ownership.ts';
import type { Database } from '../database.ts';
import type { Details } from '../details.ts';
import type { Items } from '../items.ts';
import { finish, Underway, type Sliced } from '../slices.ts';
import { isOfNoList, type CellKnowledge, type KnownItem } from './cell-knowledge.ts';
import { cellOf, isOpen, judgeCell, type Round } from './judge-cell.ts';
import type { OwnershipList } from './ownership-list.ts';

/** What Roblox answered about one item of one account. */
export interface ItemAnswer {
  readonly isOwned: boolean;
  /** null where the answer was no more than yes or no. */
  readonly instanceIds: readonly number[] | null;
  /** The item's name, where the answer told it. */
  readonly name: string | null;
}

/** A question still to be asked. */
export interface OpenCell extends ItemRef {
  /** Whether the library knows what the item is called. */
  readonly isNamed: boolean;
}

/** What a round has to do for one account. */
export interface OpenCells {
  readonly total: number;
  readonly open: readonly OpenCell[];
  /** Those of the others that Roblox gave no answer to. */
  readonly failed: number;
}

/** Answers about the pasted list, in cache.db: kept as they come, so that nothing is asked twice. */
export class OwnershipAnswers {
  readonly #cache: Database;
  readonly #details: Details;
  readonly #items: Items;
  readonly #knowledge: CellKnowledge;
  readonly #list: OwnershipList;
  readonly #opening = new Underway<OpenCells>();

  constructor(
    cache: Database,
    details: Details,
    items: Items,
    knowledge: CellKnowledge,
    list: OwnershipList,
  ) {
    this.#cache = cache;
    this.#details = details;
    this.#items = items;
    this.#knowledge = knowledge;
    this.#list = list;
  }

  /** What is still to be asked about an account, in the order of the list; in slices: null until it is there. */
  tryOpen(accountId: number, round: Round): OpenCells | null {
    const key = JSON.stringify([accountId, round, this.#list.revision]);
    return this.#opening.step(key, () => this.#open(accountId, round));
  }

  /** Of each of the accounts. */
  facts(item: ItemRef, accountIds: readonly number[]): OwnershipFacts[] {
    return this.factsOf([item], accountIds)[0] ?? [];
  }

  /** Of each of the items the same. Of parts nobody chose, what no list may be of is not taken for missing. */
  factsOf(items: readonly ItemRef[], accountIds: readonly number[], areParts = false): OwnershipFacts[][] {
    const columns = accountIds.map((accountId) =>
      finish(this.#knowledge.read(accountId, items)).map((known) => this.#facts(accountId, known, areParts)),
    );
    return items.map((_item, place) => columns.flatMap((column) => column[place] ?? []));
  }

  #facts(accountId: number, known: KnownItem, isPart: boolean): OwnershipFacts {
    const cell = judgeCell(known);
    if (isPart && cell.state === 'notOwned' && isOfNoList(known, cell.source))
      return { ...cell, accountId, state: 'unknown', at: null, source: null, instanceIds: [] };
    const instances = cell.state === 'owned' ? this.#knowledge.instances(accountId, known, cell.source) : [];
    return { accountId, ...cell, instanceIds: instances.filter((one) => one !== 0) };
  }

  save(accountId: number, item: ItemRef, answer: ItemAnswer, at: number): ChangedCell {
    const { type, id } = item;
    const { isOwned, name } = answer;
    this.#cache.transaction(() => {
      if (name !== null) this.#items.save({ type, id, name, assetType: null, creatorName: null });
      // What is not owned has no copies to name.
      const instanceIds = isOwned ? answer.instanceIds : [];
      this.#details.saveAnswer(accountId, { type, id }, isOwned, instanceIds, at);
      this.#cache.run(
        'DELETE FROM ownership_failure WHERE account_id = ? AND type = ? AND item_id = ?',
        ...[accountId, type, id],
      );
      this.#cache.run('DELETE FROM ownership_trouble WHERE account_id = ?', accountId);
    });
    return this.#changed(accountId, item);
  }

  /** Notes that Roblox gave no answer about an item: of one account, or of several when it is about the item itself. */
  fail(accountIds: readonly number[], { type, id }: ItemRef, code: ErrorCode, at: number): ChangedCell[] {
    return this.#cache.transaction(() =>
      accountIds.map((accountId) => {
        this.#cache.run(
          'INSERT OR REPLACE INTO ownership_failure VALUES (?, ?, ?, ?, ?)',
          ...[accountId, type, id, code, at],
        );
        return this.#changed(accountId, { type, id });
      }),
    );
  }

  /** Notes why an account is not asked about any more. */
  noteTrouble(accountId: number, code: ErrorCode, at: number): void {
    this.#cache.run('INSERT OR REPLACE INTO ownership_trouble VALUES (?, ?, ?)', accountId, code, at);
  }

  *#open(accountId: number, round: Round): Sliced<OpenCells> {
    const known = yield* this.#knowledge.read(accountId, this.#list.read().rows);
    const open = known.flatMap((one) =>
      isOpen(one, round) ? [{ ...one.ref, isNamed: one.name !== null }] : [],
    );
    const isFailed = (one: KnownItem) => !isOpen(one, round) && judgeCell(one).code !== null;
    return { total: known.length, open, failed: known.filter(isFailed).length };
  }

  #changed(accountId: number, item: ItemRef): ChangedCell {
    const { type, id } = item;
    const known = this.#knowledge.readOne(accountId, { type, id });
    return { accountId, type, id, cell: cellOf(known), name: known.name };
  }
}
