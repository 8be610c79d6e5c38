import type { AccountStanding } from '../../shared/contents.ts';
import type { ItemRef } from '../../shared/items.ts';
import type { MembersOf } from './members.ts';
import { isOfNoList, type CellKnowledge, type KnownItem } from './ownership/cell-knowledge.ts';
import { judgeCell } from './ownership/judge-cell.ts';
import { finish } from './slices.ts';

/** Which accounts have an item, which have not, and of which that is not known. */
export class ItemStandings {
  readonly #knowledge: CellKnowledge;
  readonly #membersOf: MembersOf;

  constructor(knowledge: CellKnowledge, membersOf: MembersOf) {
    this.#knowledge = knowledge;
    this.#membersOf = membersOf;
  }

  /** Of each of the items every account's, in the person's order. */
  read(items: readonly ItemRef[]): AccountStanding[][] {
    const columns = this.#membersOf('all').ids.map((accountId) =>
      finish(this.#knowledge.read(accountId, items)).map((known) => toStanding(accountId, known)),
    );
    return items.map((_, place) => columns.flatMap((column) => column[place] ?? []));
  }
}

/** The newest of what is known, as everywhere. */
export function toStanding(accountId: number, known: KnownItem): AccountStanding {
  const { state, at, copies, source } = judgeCell(known);
  if (state === 'owned') return { accountId, standing: 'owned', copies, asOf: at };
  if (state === 'notOwned' && !isOfNoList(known, source))
    return { accountId, standing: 'notOwned', copies: 0, asOf: at };
  return { accountId, standing: 'unknown', copies: 0, asOf: null };
}
