import { cannotMeasure, judge, type Outcome } from './outcome.ts';
import type { Row } from './row.ts';

/** Measures a row. Every figure it names has an outcome, whatever happens on the way. */
export async function measureRow(row: Row): Promise<Outcome[]> {
  try {
    const measured = (await row.measure()).map(judge);
    const missing = row.figures.filter((name) => !measured.some((outcome) => outcome.name === name));
    return [...measured, ...missing.map((name) => cannotMeasure(name, 'The row brought no such figure'))];
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return row.figures.map((name) => cannotMeasure(name, reason));
  }
}
