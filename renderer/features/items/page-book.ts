import type { Item } from '../../../shared/items.ts';
import type { ListPage } from '../../../shared/views.ts';
import { pageSize } from '../../../shared/paging.ts';
import { itemKey } from '../../item-key.ts';

const prefetch = 100;

interface Leaf<Page> {
  readonly page: Page;
  readonly edition: number;
}

/**
 * The loaded pages of one list. A refresh makes them outdated, not gone: they stay readable until their newer edition
 * has arrived, so nothing on screen moves or blinks.
 */
export class PageBook<Page extends ListPage<Item>> {
  readonly #leaves = new Map<number, Leaf<Page>>();
  readonly #loading = new Map<number, Promise<void>>();
  readonly #fetch: (page: number) => Promise<Page>;
  readonly #onPage: (page: Page, isNew: boolean) => void;
  #edition = 0;

  /** `onPage` hears of each page that arrives, and whether its items differ from those known. `before` are pages of the same list from another time: readable from the start, and outdated. */
  constructor(
    fetch: (page: number) => Promise<Page>,
    onPage: (page: Page, isNew: boolean) => void,
    before: readonly Page[] = [],
  ) {
    this.#fetch = fetch;
    this.#onPage = onPage;
    for (const page of before) this.#leaves.set(page.page, { page, edition: -1 });
  }

  itemAt(index: number): Page['items'][number] | undefined {
    return this.#leaves.get(Math.floor(index / pageSize))?.page.items[index % pageSize];
  }

  /** What is loaded of the pages that hold `first` to `last`. */
  pagesIn(first: number, last: number): readonly Page[] {
    const isIn = (page: number) =>
      page >= Math.floor(first / pageSize) && page <= Math.floor(last / pageSize);
    return [...this.#leaves.values()].map(({ page }) => page).filter(({ page }) => isIn(page));
  }

  /** Makes every loaded page worth reading again. */
  outdate(): void {
    this.#edition += 1;
  }

  /** Fetches what is missing or outdated of the pages that hold `first` to `last`, and of those just around. */
  show(first: number, last: number, total: number): Promise<unknown> {
    const lastIndex = Math.max(0, total - 1);
    return this.load(Math.max(0, first - prefetch), Math.min(lastIndex, last + prefetch));
  }

  /** The first page, before anything of the book is on screen. */
  async firstPage(): Promise<Page> {
    const answer = await this.#fetch(0);
    this.#leaves.set(0, { page: answer, edition: this.#edition });
    return answer;
  }

  load(first: number, last: number): Promise<unknown> {
    const loads: Promise<void>[] = [];
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
      if (this.#leaves.get(page)?.edition !== this.#edition) loads.push(this.#loadPage(page));
    }
    return Promise.all(loads);
  }

  #loadPage(page: number): Promise<void> {
    const underWay = this.#loading.get(page);
    if (underWay) return underWay;
    const load = this.#read(page).finally(() => this.#loading.delete(page));
    this.#loading.set(page, load);
    return load;
  }

  async #read(page: number): Promise<void> {
    const edition = this.#edition;
    const answer = await this.#fetch(page);
    const before = this.#leaves.get(page)?.page.items;
    const items = before ? keepSame(before, answer.items) : answer.items;
    const isSame = items.length === before?.length && items.every((item, place) => item === before[place]);
    this.#leaves.set(page, { page: { ...answer, items }, edition });
    this.#onPage(answer, !isSame);
  }
}

/** Items that are as they were stay the very same, so that nothing has to be drawn again for them. */
function keepSame<Row extends Item>(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((item) => [itemKey(item), item]));
  return now.map((item) => {
    const same = known.get(itemKey(item));
    return same && JSON.stringify(same) === JSON.stringify(item) ? same : item;
  });
}
