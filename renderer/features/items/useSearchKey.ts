import { onScopeDispose } from 'vue';

/** Takes a `/` pressed anywhere but in a field, or behind a dialog, for the wish to search. */
export function useSearchKey(focus: () => void): void {
  function hear(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [role="menu"]'))
      return;
    if (document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    focus();
  }
  document.addEventListener('keydown', hear);
  onScopeDispose(() => document.removeEventListener('keydown', hear));
}
