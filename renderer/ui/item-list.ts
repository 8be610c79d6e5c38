import type { Item } from '../../shared/models.ts';
import type { OwnerFace } from './owner-face.ts';

/** What a list of items shows, whatever it looks like. */
export interface ItemListProps {
  readonly label: string;
  readonly total: number;
  /** The item at a place of the list, undefined while its page is on the way. */
  readonly itemAt: (index: number) => Item | undefined;
  /** Changes whenever `itemAt` answers differently. */
  readonly version: number;
  readonly selected: Pick<ReadonlySet<string>, 'has'>;
  readonly marked: Pick<ReadonlySet<string>, 'has'>;
  /** How owners look, by account: for items that name theirs. */
  readonly faces: ReadonlyMap<number, OwnerFace>;
  readonly isBusy?: boolean | undefined;
  /** What was searched for: names show where they fit it. */
  readonly search?: string | undefined;
}
