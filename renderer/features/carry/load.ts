import type { Scope } from '../../../shared/accounts.ts';
import type { Item } from '../../../shared/items.ts';

/** The list that items are carried out of. */
export type ItemSource =
  | { readonly kind: 'library' }
  | { readonly kind: 'collection'; readonly id: number }
  | { readonly kind: 'profile' };

/** What is carried: by a drag, or in the hand after it was picked up. */
export type Load =
  | {
      readonly kind: 'items';
      readonly items: readonly Item[];
      readonly from: ItemSource;
      /** What was on screen when they were taken: another account may be by the time they are put down. */
      readonly scope: Scope | null;
    }
  | { readonly kind: 'collection'; readonly id: number };

/** Where something carried can be put, or is refused with a reason. */
export type Place =
  | { readonly kind: 'profile' }
  | { readonly kind: 'collection'; readonly id: number }
  /** Before or after a line of the tree, beside it. */
  | { readonly kind: 'beside'; readonly id: number; readonly side: Side }
  /** The top level of the collections, at its end. */
  | { readonly kind: 'top' }
  /** Before or after an item of a collection that stands in the person's order; an index of its list. */
  | { readonly kind: 'among'; readonly id: number; readonly index: number; readonly side: Side }
  | { readonly kind: 'trash' };

export type Side = 'before' | 'after';

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** What a pointer, or the focus, is on. */
export interface Spot extends Point {
  readonly target: Element | null;
}

/** What is at a point, beneath what the drag library puts under the pointer for its own use. */
export function spotAt({ clientX, clientY }: Point): Spot {
  const [top, next] = document.elementsFromPoint(clientX, clientY);
  const target = (top?.hasAttribute('data-pdnd-honey-pot') ? next : top) ?? null;
  return { target, clientX, clientY };
}

/** What has the focus, at its middle. */
export function spotOf(element: Element): Spot {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { target: element, clientX: left + width / 2, clientY: top + height / 2 };
}
