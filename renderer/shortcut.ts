const isApple = navigator.userAgent.includes('Mac OS X');

/** A shortcut as this computer writes it: with the command or the control key. */
export function shortcutOf(key: string): string {
  return isApple ? `⌘${key}` : `Ctrl ${key}`;
}

/** An accelerator of the application menu, as this computer writes it. */
export function wordAccelerator(accelerator: string): string {
  const plain = accelerator.replace('CmdOrCtrl+', '').replace('Shift+', '⇧');
  return shortcutOf(plain);
}
