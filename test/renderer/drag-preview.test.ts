// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { drawPreview } from '../../renderer/features/carry/drag-preview.ts';
import { sampleItem } from './samples.ts';

describe('what follows the pointer', () => {
  it('of many items: without how many they are, or with pictures of others', () => {
    const list = document.createElement('div');
    list.innerHTML = [1, 2, 3, 4, 5]
      .map((id) => `<div data-item="Asset-${id}"><img alt="" src="data:,${id}"></div>`)
      .join('');
    const items = Array.from({ length: 1234 }, (_, at) => sampleItem(at + 2));
    const preview = drawPreview({ kind: 'items', items, from: { kind: 'library' }, scope: 7 }, list);
    expect(preview.textContent).toBe('1,234');
    const pictures = [...preview.querySelectorAll('img')].map(({ src }) => src);
    expect(pictures).toEqual(['data:,2', 'data:,3', 'data:,4']);
  });

  it('of a collection without its name', () => {
    const tree = document.createElement('ul');
    tree.innerHTML =
      '<li data-key="1"><b data-part="label">Hats</b></li><li data-key="2"><b data-part="label">Gifts</b></li>';
    expect(drawPreview({ kind: 'collection', id: 2 }, tree).textContent).toBe('Gifts');
  });
});
