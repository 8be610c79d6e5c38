import { onScopeDispose } from 'vue';
import { isTyping } from '../../typing.ts';

/** Keys of an item's page: `[` and `]` go through the list it was opened from, Alt and left or Escape lead back to it. */
export function useItemKeys(step: (by: 1 | -1) => void, back: () => void): void {
  function hear(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    if (event.defaultPrevented || isTyping() || document.querySelector('[role="dialog"], [role="menu"]'))
      return;
    if (altKey ? key === 'ArrowLeft' : key === 'Escape' && isOfPage(target)) {
      event.preventDefault();
      back();
    } else if (!ctrlKey && !metaKey && (key === '[' || key === ']')) {
      event.preventDefault();
      step(key === ']' ? 1 : -1);
    }
  }

  document.addEventListener('keydown', hear);
  onScopeDispose(() => document.removeEventListener('keydown', hear));
}

/** Elsewhere Escape is about something else: it ends what is being carried, say. */
function isOfPage(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-testid="item-page"]') !== null;
}
