import type { Component } from 'vue';

/** One entry of a UiTree; with children it opens and closes, without it can be chosen. */
export interface TreeNode {
  readonly key: string;
  readonly label: string;
  readonly icon?: Component;
  readonly count: string | null;
  readonly children?: readonly TreeNode[];
}
