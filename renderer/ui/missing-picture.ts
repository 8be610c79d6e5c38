import type { InjectionKey } from 'vue';
import type { ThumbnailExplanation } from '../../shared/thumbnails.ts';

/** Knows why pictures are missing, for the pictures themselves: they ask nobody else. */
export interface MissingPictures {
  /** Why the picture at this address is not there; null when nobody can say. */
  readonly explain: (source: string) => Promise<ThumbnailExplanation | null>;
  /** What was said of it a moment ago and still holds: to ask for the picture would be in vain. */
  readonly recall: (source: string) => ThumbnailExplanation | null;
  /** Calls back when asking for missing pictures again makes sense. Returns its unsubscribe. */
  readonly onReturn: (again: () => void) => () => void;
}

export const missingPictures: InjectionKey<MissingPictures> = Symbol('missingPictures');
