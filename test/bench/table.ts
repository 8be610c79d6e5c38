import { isMeasured, type Outcome } from './outcome.ts';
import { formatFigure } from './statistics.ts';

const headings = ['', 'row', 'ours', 'peer', 'unit', 'ratio', 'limit'];

/** The outcomes as lines for the screen, each with its note under it. */
export function drawTable(outcomes: readonly Outcome[]): string {
  const rows = [headings, ...outcomes.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  );
  const [heading = '', ...rest] = lines;
  return [heading, ...rest.flatMap((line, index) => [line, ...noteLines(outcomes[index])])].join('\n');
}

function cellsOf(outcome: Outcome): string[] {
  if (!isMeasured(outcome)) return ['NOT MEASURED', outcome.name, '', '', '', '', ''];
  const { name, ours, peer, unit, ratio, limit, ok } = outcome;
  const isRatio = peer !== null;
  return [
    ok ? 'ok' : 'missed',
    name,
    figure(ours),
    figure(peer),
    unit,
    ratio === null ? (isRatio ? '∞' : '-') : `${ratio.toFixed(2)}x`,
    limit === null ? '' : isRatio ? `${limit}x` : `${limit} ${unit}`,
  ];
}

function noteLines(outcome: Outcome | undefined): string[] {
  return outcome?.note ? [`    ${outcome.note}`] : [];
}

function figure(value: number | null): string {
  return value === null ? '-' : formatFigure(value);
}

// Words to the left, figures to the right.
function pad(text: string, width: number, column: number): string {
  return column < 2 || column === 4 ? text.padEnd(width) : text.padStart(width);
}
