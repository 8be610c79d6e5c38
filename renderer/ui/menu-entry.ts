import type { Component } from 'vue';

/** One line of a menu. */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: Component;
  readonly shortcut?: string;
  /** Why the action cannot be taken now; it is shown, and the line is disabled. */
  readonly obstacle?: string | undefined;
  readonly isDangerous?: boolean;
}

export type MenuEntry = MenuAction | 'separator';

/** One line of a menu in which exactly one is chosen. */
export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  /** Whether a line sets it apart from those before. */
  readonly beginsGroup?: boolean;
}
