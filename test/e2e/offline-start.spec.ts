import type { Page } from 'playwright/test';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { collectionLine, createCollection, fileFirstItems, shownNames } from './collection-steps.ts';
import { launchApp } from './launch-app.ts';
import { expect } from './fixtures.ts';
import { passFrames } from './open-category.ts';
import { test } from './stand-in.ts';

/** What a view shows to whoever looks at it. */
interface Seen {
  readonly view: string;
  readonly state: string | null;
  readonly count: string;
  readonly names: readonly string[];
  readonly limited: number;
  readonly pictures: number;
}

const collection = '/profile-collection';
const allItemsPath = pathOf(allItemsKey);

test.use({ isSignedIn: true });

// Its first start needs a server; the second one finds it gone.
test('offline from a cold start: a category, place tab, limited, package, collection or picture seen before gone', async ({
  app,
  appOptions,
  server,
}, info) => {
  test.setTimeout(360_000);
  await app.close();
  const env = { ...appOptions.env, SATCHEL_USER_DATA: info.outputPath('data') };
  const first = await launchApp({ env, size: { width: 1280, height: 800 } });
  await first.page.getByTestId('group').first().waitFor();
  const places = await listViews(first.page);
  const online = await walk(first.page, places);
  const withPackage = online.find(({ view }) => view.includes('AssetType%2F32%2F'));
  const contents = withPackage && (await openPackage(first.page, withPackage.view));
  await createCollection(first.page, 'Dear');
  await look(first.page, allItemsPath);
  await fileFirstItems(first.page, 3, 'Dear');
  const filed = await openCollection(first.page);
  expect(filed).toHaveLength(3);
  await first.kill();
  await server.close();

  // Higher by more than the banner that tells of being offline: what was on screen still is.
  const second = await launchApp({ env, size: { width: 1280, height: 1000 } });
  expect(await listViews(second.page)).toEqual(places);
  const offline = await walk(second.page, places);
  // What could not be had online may be worded otherwise now; everything that was there is there.
  const there = ({ state }: Seen) => state === null || state === 'empty';
  // A limited is known by its copies and a picture is there once Roblox has it ready: both may
  // come after the view that was looked at first.
  const settled = ({ view, state, count }: Seen) => ({ view, state, count });
  expect(offline.filter(there).map(settled)).toEqual(online.filter(there).map(settled));
  for (const [index, { view, names, limited, pictures }] of online.entries()) {
    // The profile collection is all there is of it; of a category more is in view now, and its count is compared above.
    const shown = view === collection ? names.length + 1 : names.length;
    expect(offline[index]?.names.slice(0, shown), view).toEqual(names);
    expect(offline[index]?.limited, view).toBeGreaterThanOrEqual(limited);
    expect(offline[index]?.pictures, view).toBeGreaterThanOrEqual(pictures);
  }
  expect(online.filter(there).length).toBeGreaterThan(30);
  const wanted = [
    collection,
    allItemsPath,
    'Created',
    'MyGames',
    'OtherGames',
    'Purchased',
    'Bundle',
    'AssetType%2F21',
    'AssetType%2F34',
    'favorites',
  ];
  for (const part of wanted)
    expect(
      online
        .filter(there)
        .map(({ view }) => view)
        .join(),
    ).toContain(part);
  expect(online.some(({ limited }) => limited > 0)).toBe(true);
  expect(online.some(({ pictures }) => pictures > 5)).toBe(true);
  expect(await openCollection(second.page)).toEqual(filed);
  if (withPackage) expect(await openPackage(second.page, withPackage.view)).toEqual(contents);
  await second.close();
});

/** Addresses of every list of the account. */
async function listViews(page: Page): Promise<string[]> {
  await page.getByTestId('group').first().waitFor();
  const keys = await page.evaluate(async (scope) => {
    const { satchel } = window as unknown as {
      satchel: { request(name: string, input: object): Promise<unknown> };
    };
    interface Tree {
      own: { categories: { key: string }[] }[];
      favorites: { categories: { key: string }[] }[];
    }
    const { data } = (await satchel.request('categories.list', { scope })) as { data: Tree };
    return [...data.own, ...data.favorites].flatMap((group) => group.categories.map(({ key }) => key));
  }, smallAccount.userId);
  // All items last: what they are is known when every list has been read.
  return [collection, ...keys.map(pathOf), allItemsPath];
}

function pathOf(key: string): string {
  return `/category/${encodeURIComponent(key)}`;
}

async function walk(page: Page, views: readonly string[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const view of views) seen.push(await look(page, view));
  return seen;
}

async function look(page: Page, view: string): Promise<Seen> {
  await page.evaluate((path) => (location.hash = `#${path}`), view);
  const isSettled = () =>
    page.evaluate((path) => {
      const state = document.querySelector('[data-testid="state"]')?.getAttribute('data-state') ?? null;
      const tiles = document.querySelectorAll('[data-testid="item-tile"]').length;
      const isTurning = document.querySelector('.turning') !== null;
      // An image that waits for its turn has no address yet, and calls itself complete.
      const pictures = [...document.querySelectorAll('[data-testid="item-tile"] .thumbnail')];
      const isDecided = (picture: Element) =>
        picture.classList.contains('missing') || (picture.querySelector('img')?.naturalWidth ?? 0) > 0;
      // The view of before stays on screen until the next one is there.
      const key = decodeURIComponent(path.split('/category/')[1] ?? '');
      const own = key
        ? `[data-testid="category-view"][data-key="${key}"]`
        : '[data-testid="profile-collection-view"]';
      const isHere = location.hash === `#${path}` && document.querySelector(own) !== null;
      return (
        isHere &&
        !isTurning &&
        state !== 'loading' &&
        (tiles > 0 || state !== null) &&
        pictures.every(isDecided)
      );
    }, view);
  await expect.poll(isSettled, { message: view, timeout: 20_000 }).toBe(true);
  // Rows beside those in view come a few frames later, with pictures of their own.
  await passFrames(page, 5);
  await expect.poll(isSettled, { message: view, timeout: 20_000 }).toBe(true);
  return page.evaluate(
    (path) => ({
      view: path,
      state: document.querySelector('[data-testid="state"]')?.getAttribute('data-state') ?? null,
      count: document.querySelector('[data-testid="category-count"]')?.textContent.trim() ?? '',
      names: [...document.querySelectorAll('[data-testid="item-name"]')].map((name) =>
        name.textContent.trim(),
      ),
      limited: document.querySelectorAll('[data-testid="item-tile"] .limited').length,
      pictures: [...document.querySelectorAll<HTMLImageElement>('[data-testid="item-tile"] img')].filter(
        ({ naturalWidth }) => naturalWidth > 0,
      ).length,
    }),
    view,
  );
}

/** The names in a collection of Satchel's own. */
async function openCollection(page: Page): Promise<string[]> {
  await collectionLine(page, 'Dear').click();
  await expect(page.getByTestId('collection-count')).toContainText('3 items');
  await expect(page.getByTestId('collection-view').getByTestId('item-name')).toHaveCount(3);
  return shownNames(page);
}

async function openPackage(page: Page, view: string): Promise<string> {
  await look(page, view);
  await page.getByTestId('item-tile').first().dblclick();
  await page.getByTestId('package-contents').waitFor();
  const text = await page.getByTestId('package-contents').innerText();
  await page.getByTestId('details-close').click();
  return text;
}
