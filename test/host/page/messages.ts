/** One keyboard shortcut; `key` as `KeyboardEvent.key` in lower case. */
export type KeyCombination = { key: string; ctrl: boolean; shift: boolean; alt: boolean; meta: boolean };

/** What the preload's world tells the main process. */
export type FromPage =
  | { type: 'invoke'; id: number; channel: string; args: unknown[] }
  | { type: 'permission'; id: number; kind: 'request' | 'check'; permission: string }
  | { type: 'accelerator'; index: number }
  | { type: 'openWindow'; url: string; frameName: string; features: string }
  | { type: 'colorScheme'; isDark: boolean }
  | { type: 'title'; title: string };

/** What the main process tells the preload's world. */
export type ToPage =
  | { type: 'answer'; id: number; value?: unknown; error?: string }
  | { type: 'event'; channel: string; args: unknown[] }
  | { type: 'accelerators'; keys: (KeyCombination | null)[] };
