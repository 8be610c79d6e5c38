import type { Database } from './database.ts';
import type { OrderedView } from './ordered-view.ts';

/** Which items are in a profile collection of the accounts of a view: asked anew each time, for there are few. */
export class ProfileMembers {
  readonly #database: Database;
  readonly #freshen: () => void;

  /** `freshen` brings the collections up to date with what the person wants. */
  constructor(database: Database, freshen: () => void) {
    this.#database = database;
    this.#freshen = freshen;
  }

  /** Changes whenever what `read` would answer does; empty for a view that does not ask. */
  edition(view: OrderedView): string {
    return view.filter.filed ? [...this.read(view)].join() : '';
  }

  /** Numbers of items. Empty for a view that does not ask. */
  read({ members, filter }: OrderedView): Set<number> {
    if (!filter.filed) return new Set();
    this.#freshen();
    const rows = this.#database.all<{ number: number }>(
      `SELECT DISTINCT i.number FROM json_each(?) a CROSS JOIN profile_item p ON p.account_id = a.value
       CROSS JOIN item i ON i.type = p.type AND i.id = p.item_id ORDER BY i.number`,
      JSON.stringify(members.ids),
    );
    return new Set(rows.map(({ number }) => number));
  }
}
