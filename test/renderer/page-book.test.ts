import { describe, expect, it } from 'vitest';
import { PageBook } from '../../renderer/features/items/page-book.ts';
import type { ItemPage } from '../../shared/views.ts';
import { sampleItem, samplePage } from './samples.ts';

describe('the pages of a list', () => {
  it('asks for a page once, however often it is shown while it is on its way', async () => {
    const asked: number[] = [];
    const book = new PageBook(
      (page) => {
        asked.push(page);
        return Promise.resolve(samplePage(page, 1000));
      },
      () => undefined,
    );
    await Promise.all([book.load(0, 199), book.load(50, 250)]);
    await book.load(0, 250);
    expect(asked).toEqual([0, 1]);
    expect(book.itemAt(250)?.id).toBe(251);
  });

  it('keeps an outdated page readable until the newer one is there', async () => {
    const answers: ItemPage[] = [
      samplePage(0, 2),
      samplePage(0, 2, { items: [sampleItem(9), sampleItem(8)] }),
    ];
    const book = new PageBook(
      () => Promise.resolve(answers.shift() ?? samplePage(0, 0)),
      () => undefined,
    );
    await book.load(0, 1);
    book.outdate();
    const reload = book.load(0, 1);
    expect(book.itemAt(0)?.id).toBe(1);
    await reload;
    expect(book.itemAt(0)?.id).toBe(9);
  });

  it('reads a page again that changed while it was on its way', async () => {
    let asked = 0;
    const book = new PageBook(
      (page) => {
        asked += 1;
        return Promise.resolve(samplePage(page, 10));
      },
      () => undefined,
    );
    const load = book.load(0, 9);
    book.outdate();
    await load;
    await book.load(0, 9);
    expect(asked).toBe(2);
  });

  it('fetches just beyond what is in view, and nothing beyond the end', async () => {
    const asked: number[] = [];
    const book = new PageBook(
      (page) => {
        asked.push(page);
        return Promise.resolve(samplePage(page, 450));
      },
      () => undefined,
    );
    await book.show(320, 360, 450);
    expect(asked).toEqual([1, 2]);
  });

  it('draws every tile again for a page that was read again and is the same', async () => {
    const names = ['Crown', 'Crown', 'Helm'];
    const news: boolean[] = [];
    const book = new PageBook(
      () => {
        const items = [sampleItem(1), sampleItem(2, { name: names.shift() ?? '' })];
        return Promise.resolve(samplePage(0, 2, { items }));
      },
      (_page, isNew) => news.push(isNew),
    );
    await book.load(0, 1);
    const before = [book.itemAt(0), book.itemAt(1)];
    book.outdate();
    await book.load(0, 1);
    expect(book.itemAt(1)).toBe(before[1]);
    book.outdate();
    await book.load(0, 1);
    expect(book.itemAt(0)).toBe(before[0]);
    expect(book.itemAt(1)?.name).toBe('Helm');
    expect(news).toEqual([true, false, true]);
  });
});
