import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { onWatcherCleanup, watch } from 'vue';
import { useCarryStore } from './carry.store.ts';
import { drawPreview } from './drag-preview.ts';
import { spotAt, type Load, type Spot } from './load.ts';
import { addSource } from './spots.ts';

/**
 * Lets what a part of the window shows be dragged, and cut or copied by keys. One registration for all of it keeps its
 * lines and tiles light. `loadAt` says what goes along from a spot; null where there is nothing to take.
 */
export function useDragSource(
  element: () => HTMLElement | null | undefined,
  loadAt: (spot: Spot) => Load | null,
): void {
  const carry = useCarryStore();

  function makeDraggable(source: HTMLElement): () => void {
    let load: Load | null = null;
    return draggable({
      element: source,
      canDrag: ({ input }) => {
        load = loadAt(spotAt(input));
        return load !== null;
      },
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        if (!load) return;
        const picture = drawPreview(load, source);
        carry.startDrag(load);
        hearItsEnd();
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: () => ({ x: 36, y: 36 }),
          render: ({ container }) => container.append(picture),
        });
      },
    });
  }

  // The source itself hears nothing once it has left the screen. A zone that takes the drop hears of it before.
  function hearItsEnd(): void {
    const stop = monitorForElements({
      onDrop: () => {
        stop();
        carry.endDrag();
      },
    });
  }

  watch(
    element,
    (source) => {
      if (source) onWatcherCleanup(combine(makeDraggable(source), addSource(source, loadAt)));
    },
    { immediate: true },
  );
}
