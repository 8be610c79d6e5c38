/** A column of a list shown as lines. */
export interface LineColumn<Id extends string, Sort extends string> {
  readonly id: Id;
  /** The orders its header goes through, the first one first; none when lists cannot be in its order. */
  readonly sorts: readonly Sort[];
  readonly isNumber: boolean;
  /** As a column of a CSS grid. */
  readonly width: string;
}

/** How a line of a tree stands. */
export interface LineState {
  readonly level: number;
  /** Left out where nothing can stand below it. */
  readonly isExpanded?: boolean;
}

/** The order a click on a header leads to. */
export function nextSort<Sort extends string>(
  { sorts }: LineColumn<string, Sort>,
  sort: Sort,
): Sort | undefined {
  return sorts[(sorts.indexOf(sort) + 1) % Math.max(1, sorts.length)];
}

/** How a header tells assistive technology of the order. */
export function ariaSortOf<Sort extends string>(
  { sorts }: LineColumn<string, Sort>,
  sort: Sort,
): 'ascending' | 'descending' | undefined {
  if (!sorts.includes(sort)) return undefined;
  return sort.endsWith('Descending') || sort === 'newest' ? 'descending' : 'ascending';
}
