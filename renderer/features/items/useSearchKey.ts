import { onScopeDispose } from 'vue';
import type { Focusable } from '../../ui/grid-handle.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';

/**
 * Brings who wants to search to the field for it: by the application menu, or by a `/` pressed anywhere but in a field, or
 * behind a dialog.
 */
export function useSearchKey(field: () => Focusable | null): void {
  const focus = () => field()?.focus();

  function hear(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [role="menu"]'))
      return;
    if (document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    focus();
  }
  useMenuCommand('findItems', focus);
  document.addEventListener('keydown', hear);
  onScopeDispose(() => document.removeEventListener('keydown', hear));
}
