import type { Measurement } from './outcome.ts';

/** A row of the bench as it is named on the command line; it may bring more than one figure. */
export interface Row {
  readonly name: string;
  /** The names of its figures, so that one that fails can say which are missing. */
  readonly figures: readonly string[];
  readonly measure: () => Promise<readonly Measurement[]>;
}
