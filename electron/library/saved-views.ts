import { AppError } from '../../shared/errors.ts';
import type { ItemFilter, ItemSort, OwnedFilter, SavedView } from '../../shared/views.ts';
import type { Database } from './database.ts';

/** A view to keep; without an id it is a new one. */
export interface SavedViewInput extends Omit<SavedView, 'id'> {
  readonly id?: number;
}

interface SavedViewRow {
  id: number;
  name: string;
  scope: string;
  category: string;
  search: string;
  sort: ItemSort;
  owned: string;
  filter: string;
}

const mostViews = 200;

/** The views a person named, in their order. They outlive the accounts they are of. */
export class SavedViews {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  list(): SavedView[] {
    return this.#database
      .all<SavedViewRow>('SELECT * FROM saved_view ORDER BY position, id')
      .map(toSavedView);
  }

  /** Throws `savedViewsFull` for a new view too many, `savedViewUnknown` for a change of one that is gone. */
  save(view: SavedViewInput): SavedView {
    return this.#database.transaction(() => {
      const id = view.id ?? this.#add();
      this.#change({ ...view, id });
      const row = this.#database.get<SavedViewRow>('SELECT * FROM saved_view WHERE id = ?', id);
      if (!row) throw new AppError('savedViewUnknown', `No saved view ${id}`);
      return toSavedView(row);
    });
  }

  /** `position` counts in the list without the view itself; beyond its end is the end. */
  move(id: number, position: number): SavedView[] {
    return this.#database.transaction(() => {
      const ids = this.list().map((view) => view.id);
      if (!ids.includes(id)) throw new AppError('savedViewUnknown', `No saved view ${id}`);
      const others = ids.filter((other) => other !== id);
      others.splice(position, 0, id);
      for (const [place, each] of others.entries())
        this.#database.run('UPDATE saved_view SET position = ? WHERE id = ?', place, each);
      return this.list();
    });
  }

  /** Removing what is gone already is no error: the wish is fulfilled. */
  remove(id: number): SavedView[] {
    this.#database.run('DELETE FROM saved_view WHERE id = ?', id);
    return this.list();
  }

  #add(): number {
    const row = this.#database.get<{ count: number; next: number }>(
      'SELECT count(*) AS count, coalesce(max(position), -1) + 1 AS next FROM saved_view',
    );
    if ((row?.count ?? 0) >= mostViews) throw new AppError('savedViewsFull', `At most ${mostViews} views`);
    const added = this.#database.get<{ id: number }>(
      `INSERT INTO saved_view (position, name, scope, category, search, sort, owned, filter)
       VALUES (?, '', '', '', '', '', '', '') RETURNING id`,
      row?.next ?? 0,
    );
    return added?.id ?? 0;
  }

  #change(view: SavedView): void {
    this.#database.run(
      `UPDATE saved_view SET name = ?, scope = ?, category = ?, search = ?, sort = ?, owned = ?, filter = ?
       WHERE id = ?`,
      view.name,
      String(view.scope),
      view.category,
      view.search,
      view.sort,
      JSON.stringify(view.owned),
      JSON.stringify(view.filter),
      view.id,
    );
  }
}

function toSavedView(row: SavedViewRow): SavedView {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope === 'all' ? 'all' : Number(row.scope),
    category: row.category,
    search: row.search,
    sort: row.sort,
    owned: JSON.parse(row.owned) as OwnedFilter,
    filter: JSON.parse(row.filter) as ItemFilter,
  };
}
