import { onScopeDispose, provide } from 'vue';
import type { ThumbnailExplanation } from '../../../shared/thumbnails.ts';
import { mostExplained } from '../../../shared/thumbnails.ts';
import { listen, request } from '../../ipc.ts';
import { Recent } from '../../recent.ts';
import { missingPictures } from '../../ui/missing-picture.ts';

const thumbnailAddress = /^thumb\/([\w-]+)$/;
const gatherMs = 16;
const mostRecalled = 1000;
const recallMs = 60_000;

interface Batch {
  readonly keys: string[];
  readonly answers: Promise<readonly ThumbnailExplanation[] | null>;
}

/** Lets every picture below say why it is missing, and ask again when Roblox can be reached. */
export function usePictureReasons(): void {
  const waiting = new Set<() => void>();
  const said = new Recent<string, { explanation: ThumbnailExplanation; at: number }>(mostRecalled);
  let batch: Batch | null = null;

  // The pictures of a view are found missing one by one, and asked about together.
  function open(): Batch {
    const keys: string[] = [];
    const answers = new Promise((resolve) => setTimeout(resolve, gatherMs)).then(() => {
      if (batch?.keys === keys) batch = null;
      return request('thumbnails.explain', { keys }).catch(() => null);
    });
    return { keys, answers };
  }

  async function explain(source: string): Promise<ThumbnailExplanation | null> {
    const [, key] = thumbnailAddress.exec(source) ?? [];
    if (!key) return null;
    if (!batch || batch.keys.length === mostExplained) batch = open();
    const place = batch.keys.push(key) - 1;
    const explanation = (await batch.answers)?.[place] ?? null;
    // What passes by itself may have passed by the next time somebody looks.
    const isLasting = explanation?.againInMs === null && explanation.reason !== 'failed';
    if (explanation && isLasting) said.put(source, { explanation, at: performance.now() });
    return explanation;
  }

  function recall(source: string): ThumbnailExplanation | null {
    const known = said.get(source);
    return known && performance.now() - known.at < recallMs ? known.explanation : null;
  }

  onScopeDispose(
    listen('connectivity.changed', ({ connectivity }) => {
      said.drop(() => true);
      if (connectivity === 'online') for (const again of [...waiting]) again();
    }),
  );
  provide(missingPictures, {
    explain,
    recall,
    onReturn(again) {
      waiting.add(again);
      return () => waiting.delete(again);
    },
  });
}
