import type { KeyCombination } from './page/messages.ts';

const keyNames: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  tab: 'tab',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** The keys of an accelerator such as `CmdOrCtrl+Shift+A`. Throws for a modifier it does not know. */
export function parseAccelerator(accelerator: string): KeyCombination {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  const keys = { key: keyNames[key] ?? key, ctrl: false, shift: false, alt: false, meta: false };
  for (const part of parts) keys[modifierOf(part, accelerator)] = true;
  return keys;
}

function modifierOf(part: string, accelerator: string): 'ctrl' | 'shift' | 'alt' | 'meta' {
  const isMac = process.platform === 'darwin';
  if (part === 'cmdorctrl' || part === 'commandorcontrol') return isMac ? 'meta' : 'ctrl';
  if (part === 'ctrl' || part === 'control') return 'ctrl';
  if (part === 'shift') return 'shift';
  if (part === 'alt' || part === 'option') return 'alt';
  if (part === 'cmd' || part === 'command' || part === 'super' || part === 'meta') return 'meta';
  throw new Error(`The Chromium host has no accelerator '${accelerator}'`);
}
