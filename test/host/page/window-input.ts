import type { FromPage, KeyCombination } from './messages.ts';

/**
 * Tells the main process what Electron's own window would notice: menu shortcuts, links for another window, light
 * or dark, the title. Runs in the preload's world (its source text is sent there), so it refers to nothing outside.
 */
export function watchInput(post: (message: FromPage) => void): (keys: (KeyCombination | null)[]) => void {
  let keys: (KeyCombination | null)[] = [];

  last('keydown', (event) => {
    const index = keys.findIndex(
      (wanted) =>
        wanted?.key === event.key.toLowerCase() &&
        wanted.ctrl === event.ctrlKey &&
        wanted.shift === event.shiftKey &&
        wanted.alt === event.altKey &&
        wanted.meta === event.metaKey,
    );
    if (index < 0) return;
    event.preventDefault();
    post({ type: 'accelerator', index });
  });

  last('click', onClick);
  last('auxclick', onClick);

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tellColorScheme = () => post({ type: 'colorScheme', isDark: dark.matches });
  dark.addEventListener('change', tellColorScheme);
  tellColorScheme();

  document.addEventListener('DOMContentLoaded', () => {
    let told = '';
    const tellTitle = () => {
      if (document.title !== told) post({ type: 'title', title: (told = document.title) });
    };
    // The head alone: watching the whole document would slow down pages that change a lot.
    new MutationObserver(tellTitle).observe(document.head, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    tellTitle();
  });

  return (wanted) => {
    keys = wanted;
  };

  // A link for another window, by its target, a modifier or the middle button, is for the window-open handler too.
  function onClick(event: MouseEvent): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link?.href || event.button > 1) return;
    const isModified = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const isHere = ['', '_self', '_top', '_parent'].includes(link.target);
    if (isHere && !isModified) return;
    event.preventDefault();
    post({ type: 'openWindow', url: link.href, frameName: link.target, features: '' });
  }

  // The window gets an event only when the page left it alone, so the listener moves to the very end each time.
  function last<Kind extends keyof WindowEventMap>(
    kind: Kind,
    listener: (event: WindowEventMap[Kind]) => void,
  ): void {
    const unlessPrevented = (event: WindowEventMap[Kind]) => {
      if (!event.defaultPrevented) listener(event);
    };
    const moveToEnd = () => {
      window.removeEventListener(kind, unlessPrevented);
      window.addEventListener(kind, unlessPrevented);
    };
    window.addEventListener(kind, moveToEnd, true);
  }
}
