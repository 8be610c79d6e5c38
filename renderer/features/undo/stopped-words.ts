import type { AppError } from '../../../shared/errors.ts';
import { formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';

interface Stopped {
  readonly done: number;
  readonly total: number;
  /** Null when the person called it off. */
  readonly error: AppError | null;
}

interface Words {
  readonly tone: 'neutral' | 'problem';
  readonly title: string;
  readonly lines?: readonly string[];
}

/** How far a change of many items came; `told` is what is done of it, null where nothing is. */
export function wordStopped(
  { done, total, error }: Stopped,
  told: { readonly title: string; readonly lines?: readonly string[] } | null,
): Words {
  const tone = error ? 'problem' : 'neutral';
  if (!told) return { tone, title: say('work.stoppedBefore') };
  const why = error ? sayError(error.code) : null;
  return {
    tone,
    title: say('work.stopped', { done: formatNumber(done), total: formatNumber(total) }),
    lines: [...(why ? [`${why.title}. ${why.hint}`] : []), told.title, ...(told.lines ?? [])],
  };
}
