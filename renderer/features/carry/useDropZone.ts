import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { onWatcherCleanup, watch } from 'vue';
import { useCarryStore } from './carry.store.ts';
import { spotAt, spotOf, type Load, type Place, type Point, type Spot } from './load.ts';
import { addZone } from './spots.ts';

/**
 * Lets a part of the window take what is dragged over it, and what is in hand by a click or a paste. `placeAt` says which
 * place of it a spot is; null where there is none for such a load.
 */
export function useDropZone(
  element: () => HTMLElement | null | undefined,
  placeAt: (spot: Spot, load: Load) => Place | null,
): void {
  const carry = useCarryStore();

  function placeOn(spot: Spot): Place | null {
    return carry.load ? placeAt(spot, carry.load) : null;
  }

  function placeUnder(point: Point): Place | null {
    return placeOn(spotAt(point));
  }

  function takeDrags(zone: HTMLElement): () => void {
    const follow = ({ self, location }: ElementDropTargetEventBasePayload) => {
      const { input, dropTargets } = location.current;
      // A place inside another one goes before it.
      if (dropTargets[0]?.element !== zone) return;
      carry.hover(self.data['place'] as Place | null, input, isCopying(input));
    };
    return dropTargetForElements({
      element: zone,
      canDrop: ({ input }) => placeUnder(input) !== null,
      // Read anew at each move, the last one before the drop included.
      getData: ({ input }) => ({ place: placeUnder(input) }),
      // There is no drop effect for "not here", and a refused drop still deserves its reason.
      getDropEffect: ({ input }) => {
        const place = placeUnder(input);
        const verdict = place && carry.judge(place, isCopying(input));
        if (!verdict?.isAllowed) return 'link';
        return verdict.isCopy ? 'copy' : 'move';
      },
      onDropTargetChange: follow,
      onDrag: follow,
      onDragLeave: carry.leave,
      onDrop: ({ self, location }) => {
        const { input, dropTargets } = location.current;
        const place = self.data['place'] as Place | null;
        if (place && dropTargets[0]?.element === zone) void carry.putDown(place, isCopying(input));
      },
    });
  }

  /** While something is in hand a click is for it, and not for what it hits. */
  function takeClicks(zone: HTMLElement): () => void {
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    let isOver = false;
    let hasPutDown = false;
    const press = (event: PointerEvent) => {
      if (placeOfClick(event, zone)) hold(event);
    };
    const click = (event: MouseEvent) => {
      // The second click of a double click is about what the first one put down, and not for what it hits.
      const isSecond = hasPutDown && event.detail > 1;
      const place = isSecond ? null : placeOfClick(event, zone);
      if (isSecond || place) hold(event);
      hasPutDown = isSecond || place !== null;
      if (place) void carry.putDown(place);
    };
    const follow = (event: PointerEvent) => {
      isOver = true;
      if (carry.inHand) carry.hover(placeOfClick(event, zone), event);
    };
    const leave = (event: PointerEvent) => {
      if (event.target !== zone) return;
      isOver = false;
      if (carry.inHand) carry.leave();
    };
    zone.addEventListener('pointerdown', press, options);
    zone.addEventListener('click', click, options);
    zone.addEventListener('dblclick', (event) => hasPutDown && hold(event), options);
    zone.addEventListener('pointermove', follow, options);
    zone.addEventListener('pointerleave', leave, options);
    return () => {
      controller.abort();
      // The pointer leaves nothing that is gone already.
      if (isOver && carry.inHand) carry.leave();
    };
  }

  function placeOfClick(event: MouseEvent, zone: HTMLElement): Place | null {
    const { target } = event;
    if (!carry.inHand || event.button > 0 || !(target instanceof Element) || staysItself(target, zone)) {
      return null;
    }
    // A click that assistive technology makes is at no point of the window.
    const isPointless = event.type === 'click' && event.detail === 0;
    return isPointless ? placeOn(spotOf(target)) : placeUnder(event);
  }

  watch(
    element,
    (zone) => {
      if (zone) onWatcherCleanup(combine(takeDrags(zone), takeClicks(zone), addZone(zone, placeAt)));
    },
    { immediate: true },
  );
}

function isCopying({ ctrlKey, altKey }: { readonly ctrlKey: boolean; readonly altKey: boolean }): boolean {
  return ctrlKey || altKey;
}

/** Whether it is on a control within the zone, which still does what it does: the way to the place may lead through it. */
function staysItself(target: Element, zone: HTMLElement): boolean {
  const control = target.closest('a, button, input, [data-dismissable-layer], [data-stays-itself]');
  return control !== null && control !== zone && zone.contains(control);
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
