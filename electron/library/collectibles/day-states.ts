import type { Database } from '../database.ts';

/** A limited as it stood on a day: Robux of one copy, null where unknown. */
export interface DayState {
  readonly price: number | null;
  /** 0 when the account had none. */
  readonly copies: number;
}

export interface NamedState extends DayState {
  readonly name: string;
}

interface StateRow {
  asset_id: number;
  name: string;
  price: number | null;
  copies: number | null;
}

export const noCopies: DayState = { price: null, copies: 0 };

/** Every limited the account ever had, as it stood on `day` by what was kept until then; by asset. */
export function statesOn(keep: Database, accountId: number, day: number): Map<number, NamedState> {
  const rows = keep.all<StateRow>(
    `SELECT s.asset_id, s.name, c.price, c.copies FROM collectible_series s
     LEFT JOIN collectible_change c ON c.series = s.number AND c.day =
       (SELECT max(day) FROM collectible_change WHERE series = s.number AND day <= ?2)
     WHERE s.account_id = ?1`,
    accountId,
    day,
  );
  return new Map(
    rows.map(({ asset_id: id, name, price, copies }) => [id, { name, price, copies: copies ?? 0 }]),
  );
}

export function isSame(one: DayState, other: DayState): boolean {
  return one.copies === other.copies && (one.copies === 0 || one.price === other.price);
}
