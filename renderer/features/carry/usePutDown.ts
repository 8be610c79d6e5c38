import type { Item } from '../../../shared/items.ts';
import { itemKey } from '../../item-key.ts';
import { useCollectionStore } from '../collections/collection.store.ts';
import { useShownCollectionStore } from '../collections/shown-collection.store.ts';
import { useProfileCollectionStore } from '../profile-collection/profile-collection.store.ts';
import { treePlaceOf, type TreeFacts } from './judge-collection.ts';
import { fitting, type ItemFacts, type ItemLoad, type ItemPair } from './judge-items.ts';
import type { Pair } from './drags.ts';

type CollectionPair = Extract<Pair, { kind: 'collection' }>;
type Among = Extract<ItemPair['place'], { kind: 'among' }>;

/** Puts a load at a place that was judged to take it. The answer is whether it was done; otherwise the reason was told. */
export function usePutDown(facts: ItemFacts & TreeFacts): (pair: Pair, isCopy: boolean) => Promise<boolean> {
  const collections = useCollectionStore();
  const profile = useProfileCollectionStore();
  const shownCollection = useShownCollectionStore();

  async function putItems({ load, place }: ItemPair, isCopy: boolean): Promise<boolean> {
    const { items, from } = load;
    if (place.kind === 'collection') return file(load, place.id, isCopy, null);
    if (place.kind === 'among') return putAmong(load, place, isCopy);
    if (place.kind === 'profile') return profile.change('add', fitting(load, facts));
    if (from.kind === 'collection') return collections.remove(from.id, items);
    return profile.change('remove', items);
  }

  async function putAmong(load: ItemLoad, place: Among, isCopy: boolean): Promise<boolean> {
    const gap = place.side === 'before' ? place.index : place.index + 1;
    if (load.from.kind !== 'collection' || load.from.id !== place.id) {
      return file(load, place.id, isCopy, gap);
    }
    const { shown } = shownCollection;
    if (shown?.id !== place.id) return false;
    return collections.arrange(
      place.id,
      load.items,
      gap - (await shown.countBefore(gap, keysOf(load.items))),
    );
  }

  function file(load: ItemLoad, id: number, isCopy: boolean, position: number | null): Promise<boolean> {
    const { items, from } = load;
    if (from.kind !== 'collection') return collections.add(id, items, position);
    return collections.transfer(from.id, id, { items, isCopy, position });
  }

  async function putCollection({ load: { id }, place }: CollectionPair): Promise<boolean> {
    if (place.kind === 'trash') return collections.trashOne(id);
    const target = treePlaceOf(id, place, facts);
    return target !== undefined && collections.move(id, target.parentId, target.position);
  }

  return (pair, isCopy) => (pair.kind === 'items' ? putItems(pair, isCopy) : putCollection(pair));
}

function keysOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.map(itemKey));
}
