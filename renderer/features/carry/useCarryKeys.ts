import { onScopeDispose } from 'vue';
import { useCollectionStore } from '../collections/collection.store.ts';
import { useShownCollectionStore } from '../collections/shown-collection.store.ts';
import { useCarryStore } from './carry.store.ts';
import { spotOf, type Load, type Place } from './load.ts';
import { findLoad, findPlace } from './spots.ts';

/**
 * Cut, copy and paste for what can be carried, wherever the focus is: by the keys of the system and by the menu alike.
 * Escape puts back what is in hand.
 */
export function useCarryKeys(): void {
  const carry = useCarryStore();
  const collections = useCollectionStore();
  const shownCollection = useShownCollectionStore();
  const controller = new AbortController();
  const { signal } = controller;

  function pickUp(event: ClipboardEvent, wantsCopy: boolean): void {
    const load = isInField(event) || areWordsMarked() ? null : findLoad(spotOfFocus());
    if (!load || (load.kind === 'collection' && wantsCopy)) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', asText(load));
    carry.pickUp(load, wantsCopy);
  }

  function paste(event: ClipboardEvent): void {
    if (isInField(event) || !carry.inHand) return;
    event.preventDefault();
    const place = placeOfFocus(carry.inHand);
    if (place) void carry.putDown(place);
    else carry.tellNowhere();
  }

  function placeOfFocus(load: Load): Place | null {
    const place = findPlace(spotOfFocus(), load);
    // What is below a dialog is out of reach.
    const shown = isInLayer(document.activeElement) ? null : shownCollection.shown;
    return place ?? (shown && load.kind === 'items' ? { kind: 'collection', id: shown.id } : null);
  }

  /** For another program: one name a line. */
  function asText(load: Load): string {
    if (load.kind === 'collection') return collections.find(load.id)?.name ?? '';
    return load.items.map(({ name }) => name).join('\n');
  }

  function announce(): void {
    if (!carry.inHand) return;
    const place = findPlace(spotOfFocus(), carry.inHand);
    if (place) carry.announce(place);
  }

  document.addEventListener('cut', (event) => pickUp(event, false), { signal });
  document.addEventListener('copy', (event) => pickUp(event, true), { signal });
  document.addEventListener('paste', paste, { signal });
  document.addEventListener('focusin', announce, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !carry.inHand) return;
      // Closes that alone.
      if (isInLayer(event.target)) return;
      event.preventDefault();
      carry.putBack();
    },
    { signal },
  );
  onScopeDispose(() => controller.abort());
}

function spotOfFocus() {
  return spotOf(document.activeElement ?? document.body);
}

/** In a field these keys are about text. */
function isInField({ target }: Event): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

function areWordsMarked(): boolean {
  return getSelection()?.isCollapsed === false;
}

/** Whether it is in a menu, a dialog or anything else that Escape closes. */
function isInLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-dismissable-layer]') !== null;
}
