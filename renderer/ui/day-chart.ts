/** One line of a chart over days. */
export interface ChartLine {
  readonly id: string;
  readonly name: string;
  /** A colour as CSS has it. */
  readonly colour: string;
  /** Lengths drawn and left out in turn, in pixels, so that lines are told apart without colours; none is a whole line. */
  readonly dash: readonly number[];
  /** By day, null where nothing is known. */
  readonly values: readonly (number | null)[];
}

/** Patterns of lines in the order they are used; after the last they begin again. */
export const lineDashes: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 4],
  [10, 4, 2, 4],
  [14, 5],
  [4, 2],
];

/** Places at which some line has a value. */
export function knownPlaces(lines: readonly ChartLine[]): number[] {
  const length = Math.max(0, ...lines.map(({ values }) => values.length));
  return Array.from({ length }, (_, place) => place).filter((place) =>
    lines.some(({ values }) => values[place] != null),
  );
}

/** Places of values with none beside them: no line leads to them, so they are drawn as points. */
export function lonePlaces(values: readonly (number | null | undefined)[]): number[] {
  return values.flatMap((value, place) =>
    value != null && values[place - 1] == null && values[place + 1] == null ? [place] : [],
  );
}

/** The known place nearest to another one; -1 without any. Of two as near as each other the earlier. */
export function nearestPlace(known: readonly number[], place: number): number {
  return known.reduce(
    (best, one) => (best < 0 || Math.abs(one - place) < Math.abs(best - place) ? one : best),
    -1,
  );
}
