import { computed, type ComputedRef } from 'vue';
import type { CollectibleHistory } from '../../../shared/collectibles.ts';
import { dayOf } from '../../../shared/days.ts';
import { say } from '../../i18n.ts';
import { lineDashes, type ChartLine } from '../../ui/day-chart.ts';
import { useNow } from '../../useNow.ts';
import { useOwnerFaces } from '../items/useOwnerFaces.ts';
import {
  daysOf,
  lineOf,
  sumOf,
  type HistoryLine,
  type HistoryRange,
} from '../../../shared/collectible-lines.ts';
import { lineColours } from './line-colours.ts';

export interface NamedLine extends HistoryLine {
  readonly chart: ChartLine;
}

export interface HistoryLines {
  readonly days: readonly number[];
  readonly lines: readonly NamedLine[];
  /** Accounts that have no line of their own for want of room. */
  readonly left: number;
}

export const mostLines = 8;

/** What was kept, as lines over the days of a range: all accounts as one, or each by itself. */
export function useHistoryLines(
  history: () => CollectibleHistory | null,
  range: () => HistoryRange,
  isTogether: () => boolean,
): ComputedRef<HistoryLines> {
  const faces = useOwnerFaces();
  const now = useNow(60_000);
  const today = computed(() => dayOf(now.value));

  return computed(() => {
    const accounts = history()?.accounts ?? [];
    const days = daysOf(accounts, range(), today.value);
    if (isTogether() || accounts.length === 1) {
      const line = accounts[0] && accounts.length === 1 ? lineOf(accounts[0], days) : sumOf(accounts, days);
      return {
        days,
        lines: [named(line, say('collectibles.history.together'), 'var(--accent-text)', 0)],
        left: 0,
      };
    }
    const colours = lineColours(accounts.map(({ accountId }) => faces.value.get(accountId)?.colour ?? null));
    const lines = accounts.map((account, index) => {
      const name = faces.value.get(account.accountId)?.name ?? String(account.accountId);
      const worth = account.values.at(-1) ?? 0;
      return { worth, line: named(lineOf(account, days), name, colours[index] ?? '', index) };
    });
    const shown = lines.toSorted((one, other) => other.worth - one.worth).slice(0, mostLines);
    return { days, lines: shown.map(({ line }) => line), left: lines.length - shown.length };
  });
}

function named(line: HistoryLine, name: string, colour: string, index: number): NamedLine {
  const dash = lineDashes[index % lineDashes.length] ?? [];
  const values = line.points.map((point) => point?.value ?? null);
  return { ...line, chart: { id: String(line.accountId ?? 'all'), name, colour, dash, values } };
}
