import type { Component } from 'vue';

/** One entry of a UiTree; with children it opens and closes, without it can be chosen. */
export interface TreeNode {
  readonly key: string;
  readonly label: string;
  readonly icon?: Component;
  /** As CSS has it. */
  readonly iconColour?: string | undefined;
  readonly count: string | null;
  /** Sets it apart from those of another kind, and says so to whoever cannot see it. */
  readonly mark?: { readonly icon: Component; readonly label: string } | undefined;
  /** Whether it can be chosen although it has children: what opens it is its arrow. */
  readonly isPlace?: boolean;
  readonly children?: readonly TreeNode[];
}

/** A line that something would be put into, or beside. */
export interface TreeCue {
  readonly key: string;
  readonly at: 'inside' | 'before' | 'after';
  readonly isAllowed: boolean;
}
