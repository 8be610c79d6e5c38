import type { UndoState } from '../../shared/undo.ts';
import type { Changed } from '../library/collections/collection-changes.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { StepOutcome } from '../library/undo-log.ts';
import type { Emit } from './emit.ts';

export interface CollectionServicesOptions {
  readonly library: Pick<RemoteLibrary, 'collections' | 'collectionFacts' | 'undo'>;
  readonly emit: Emit;
  /** Changes of profile collections were undone or redone. */
  readonly onProfileStep: (accountId: number) => void;
}

export interface CollectionServices {
  /** Passes on the answer of a change of collections, and tells every window of it. */
  readonly tellOfCollections: <Answer>(change: Promise<Changed<Answer>>) => Promise<Answer>;
  /** The same of a step that was undone or redone. */
  readonly tellOfStep: (step: Promise<StepOutcome>) => Promise<UndoState>;
  /** Brings what is kept of filed items up to date, in the background. */
  readonly freshenFiled: () => void;
}

/** Local collections and undo, as every window is told of them. */
export function createCollectionServices(options: CollectionServicesOptions): CollectionServices {
  const { library, emit } = options;
  let freshening: 'no' | 'once' | 'again' = 'no';

  async function announce(items: readonly number[]): Promise<void> {
    const [state, undo] = await Promise.all([library.collections.state(), library.undo.state()]);
    emit('collections.changed', { state, items });
    emit('undo.changed', undo);
  }

  async function freshen(): Promise<void> {
    do {
      freshening = 'once';
      while ((await library.collectionFacts.tryFreshen()) === null);
    } while (wasAskedAgain());
  }

  function wasAskedAgain(): boolean {
    return freshening === 'again';
  }

  return {
    async tellOfCollections(change) {
      const { answer, touched } = await change;
      if (touched) await announce(touched);
      return answer;
    },
    async tellOfStep(step) {
      const { state, touched } = await step;
      await announce(touched.collections);
      for (const accountId of touched.accounts) options.onProfileStep(accountId);
      return state;
    },
    freshenFiled() {
      if (freshening !== 'no') {
        freshening = 'again';
        return;
      }
      // Satchel ended meanwhile, or the disk is full, which whoever writes next is told of.
      freshen()
        .catch(() => undefined)
        .finally(() => (freshening = 'no'));
    },
  };
}
