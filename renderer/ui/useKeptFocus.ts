import { onBeforeUpdate, onUpdated } from 'vue';

/** Gives the focus back to a line that lost it by being moved in the page, as happens when its list is put in another order. */
export function useKeptFocus(root: () => HTMLElement | null): void {
  let focused: HTMLElement | null = null;
  onBeforeUpdate(() => {
    const active = document.activeElement;
    focused = active instanceof HTMLElement && root()?.contains(active) ? active : null;
  });
  onUpdated(() => {
    if (focused?.isConnected && document.activeElement === document.body) focused.focus();
  });
}
