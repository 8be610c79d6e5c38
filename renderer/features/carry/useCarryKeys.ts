import { onScopeDispose } from 'vue';
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
  const shownCollection = useShownCollectionStore();
  const controller = new AbortController();
  const { signal } = controller;

  function pickUp(event: ClipboardEvent, wantsCopy: boolean): void {
    const load = isAboutText(event) ? null : findLoad(spotOfFocus());
    if (!load || (load.kind === 'collection' && wantsCopy)) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', asText(load));
    carry.pickUp(load, wantsCopy);
  }

  function paste(event: ClipboardEvent): void {
    if (isAboutText(event) || !carry.inHand) return;
    event.preventDefault();
    const place = placeOfFocus(carry.inHand);
    if (place) void carry.putDown(place);
    else carry.tellNowhere();
  }

  function placeOfFocus(load: Load): Place | null {
    const place = findPlace(spotOfFocus(), load);
    const { shown } = shownCollection;
    return place ?? (shown && load.kind === 'items' ? { kind: 'collection', id: shown.id } : null);
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

/** In a field, or while words are marked, these keys are about text. */
function isAboutText({ target }: Event): boolean {
  const isField = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
  return isField || getSelection()?.isCollapsed === false;
}

/** For another program: one name a line. */
function asText(load: Load): string {
  return load.kind === 'items' ? load.items.map(({ name }) => name).join('\n') : '';
}
