const isApple = navigator.userAgent.includes('Mac OS X');

/** A shortcut as this computer writes it: with the command or the control key. */
export function shortcutOf(key: string): string {
  return isApple ? `⌘${key}` : `Ctrl ${key}`;
}
