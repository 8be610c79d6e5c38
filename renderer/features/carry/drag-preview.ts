import { itemKey } from '../../item-key.ts';
import { formatNumber } from '../../format.ts';
import type { Load } from './load.ts';

const mostPictures = 3;

/** What follows the pointer. Made of what is on screen already: nothing is fetched while a drag begins. */
export function drawPreview(load: Load, source: HTMLElement): HTMLElement {
  return load.kind === 'items' ? drawItems(load.items.map(itemKey), source) : drawLine(load.id, source);
}

// Goes through the few tiles there are, however many thousand items go along.
function drawItems(keys: readonly string[], source: HTMLElement): HTMLElement {
  const preview = document.createElement('div');
  preview.className = 'drag-preview';
  const carried = new Set(keys);
  for (const picture of source.querySelectorAll<HTMLImageElement>('[data-item] img')) {
    if (preview.childElementCount === mostPictures) break;
    const key = picture.closest<HTMLElement>('[data-item]')?.dataset['item'];
    if (key === undefined || !carried.delete(key)) continue;
    const copy = picture.cloneNode() as HTMLImageElement;
    copy.className = 'drag-preview-image';
    preview.append(copy);
  }
  const count = document.createElement('div');
  count.className = 'drag-preview-count';
  count.textContent = formatNumber(keys.length);
  preview.append(count);
  return preview;
}

function drawLine(id: number, source: HTMLElement): HTMLElement {
  const preview = document.createElement('div');
  preview.className = 'drag-preview-line';
  preview.textContent = source.querySelector(`[data-key="${id}"] [data-part="label"]`)?.textContent ?? '';
  return preview;
}
