import type { Component } from 'vue';

export const paletteGroups = ['places', 'collections', 'accounts', 'commands', 'items'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** Something that can be gone to or done. */
export interface PaletteLine {
  /** Different for each line. */
  readonly key: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** Where it belongs, or what kind of thing it is; searched as well. */
  readonly hint: string;
  readonly icon: Component;
  /** As CSS has it. */
  readonly colour?: string | undefined;
  /** Address of its picture. */
  readonly picture?: string;
  /** As a person reads it. */
  readonly shortcut?: string | undefined;
  readonly carryOut: () => void;
  /** What Ctrl or Cmd does with it instead. */
  readonly carryOutWhole?: () => void;
}
