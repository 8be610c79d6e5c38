import type { Locator, Page } from 'playwright/test';
import type { drags } from '../../renderer/features/carry/drags.ts';
import {
  collectionLine,
  createCollection,
  exploreDemo,
  fileFirstItems,
  shownNames,
} from './collection-steps.ts';
import { expect } from './fixtures.ts';
import { hats, openCategory } from './open-category.ts';

type Drag = (typeof drags)[number];
/** The drags of the app as they are named in its own table: one that is added there is missed here by the compiler. */
export type DragName = Drag extends infer One
  ? One extends { load: infer Load extends string; place: infer Place extends string }
    ? `${Load} to ${Place}`
    : never
  : never;

/** One drag and its twins; each leads from `isUndone` to `isDone`. */
export interface DragTwins {
  readonly prepare: (page: Page) => Promise<void>;
  readonly drag: (page: Page) => Promise<void>;
  readonly clicks: (page: Page) => Promise<void>;
  readonly keys: (page: Page) => Promise<void>;
  readonly isDone: (page: Page) => Promise<void>;
  readonly isUndone: (page: Page) => Promise<void>;
  /** Where it is no step that can be undone. */
  readonly takeBack?: (page: Page) => Promise<void>;
}

const left = { targetPosition: { x: 12, y: 60 } };
const upperEdge = { targetPosition: { x: 60, y: 2 } };

const tile = (page: Page, index: number) => page.getByTestId('item-tile').nth(index);
const profileLink = (page: Page) => page.getByTestId('profile-collection-link');
const trashLink = (page: Page) => page.getByTestId('collection-trash-link');
const heading = (page: Page) => page.locator('#collections-heading');

const account = (page: Page, index: number) => page.getByTestId('managed-account').nth(index);
const moveUp = (page: Page) => account(page, 1).getByTestId('move-account-up');

/** Every drag of the app, with what does the same by single clicks and by keys. */
export const dragTwins: Readonly<Record<DragName, DragTwins>> = {
  'items to collection': {
    async prepare(page) {
      await createCollection(page, 'Hats');
      await openCategory(page, hats);
    },
    drag: (page) => tile(page, 2).dragTo(collectionLine(page, 'Hats')),
    clicks: (page) => carryByClicks(page, tile(page, 2), collectionLine(page, 'Hats')),
    keys: (page) => carryByKeys(page, 'c', tile(page, 2), collectionLine(page, 'Hats')),
    isDone: (page) => expect(collectionLine(page, 'Hats')).toContainText('1'),
    isUndone: (page) => expect(collectionLine(page, 'Hats')).toContainText('0'),
  },
  'items to among': {
    prepare: fillHats,
    drag: (page) => tile(page, 2).dragTo(tile(page, 0), left),
    clicks: (page) => carryByClicks(page, tile(page, 2), tile(page, 0), { x: 12, y: 60 }),
    keys: (page) => carryByKeys(page, 'x', tile(page, 2), tile(page, 0)),
    isDone: async (page) => {
      const names = [...(await hatNames(page))];
      await expect.poll(() => shownNames(page)).toEqual([names[2], names[0], names[1]]);
    },
    isUndone: async (page) => {
      const names = await hatNames(page);
      await expect.poll(() => shownNames(page)).toEqual(names);
    },
  },
  'items to profile': {
    prepare: (page) => openCategory(page, hats),
    drag: (page) => tile(page, 2).dragTo(profileLink(page)),
    clicks: (page) => carryByClicks(page, tile(page, 2), profileLink(page)),
    keys: (page) => carryByKeys(page, 'c', tile(page, 2), profileLink(page)),
    // What the demo has in it, and one more.
    isDone: (page) => expect(profileLink(page)).toContainText('8'),
    isUndone: (page) => expect(profileLink(page)).toContainText('7'),
  },
  'items to trash': {
    async prepare(page) {
      await trashOne(page);
      await fillHats(page);
    },
    drag: (page) => tile(page, 0).dragTo(trashLink(page)),
    clicks: (page) => carryByClicks(page, tile(page, 0), trashLink(page)),
    keys: (page) => carryByKeys(page, 'x', tile(page, 0), trashLink(page)),
    isDone: (page) => expect(collectionLine(page, 'Hats')).toContainText('2'),
    isUndone: (page) => expect(collectionLine(page, 'Hats')).toContainText('3'),
  },
  'collection to collection': {
    prepare: createTwo,
    drag: (page) => collectionLine(page, 'Gifts').dragTo(collectionLine(page, 'Hats')),
    clicks: (page) => carryByClicks(page, collectionLine(page, 'Gifts'), collectionLine(page, 'Hats')),
    keys: (page) => carryByKeys(page, 'x', collectionLine(page, 'Gifts'), collectionLine(page, 'Hats')),
    isDone: (page) => expect(collectionLine(page, 'Gifts')).toHaveAttribute('aria-level', '2'),
    isUndone: (page) => expect(collectionLine(page, 'Gifts')).toHaveAttribute('aria-level', '1'),
  },
  'collection to beside': {
    prepare: createTwo,
    drag: (page) => collectionLine(page, 'Gifts').dragTo(collectionLine(page, 'Hats'), upperEdge),
    async clicks(page) {
      await pickUpByClicks(page, collectionLine(page, 'Gifts'));
      await collectionLine(page, 'Hats').click({ button: 'right' });
      await page.getByTestId('menu-putBefore').click();
    },
    keys: (page) => collectionLine(page, 'Gifts').press('Alt+ArrowUp'),
    isDone: (page) => expect(page.getByTestId('collection').first()).toContainText('Gifts'),
    isUndone: (page) => expect(page.getByTestId('collection').first()).toContainText('Hats'),
  },
  'collection to top': {
    async prepare(page) {
      await createTwo(page);
      await collectionLine(page, 'Gifts').press('Alt+ArrowRight');
    },
    drag: (page) => collectionLine(page, 'Gifts').dragTo(heading(page)),
    clicks: (page) => carryByClicks(page, collectionLine(page, 'Gifts'), heading(page)),
    keys: (page) => collectionLine(page, 'Gifts').press('Alt+ArrowLeft'),
    isDone: (page) => expect(collectionLine(page, 'Gifts')).toHaveAttribute('aria-level', '1'),
    isUndone: (page) => expect(collectionLine(page, 'Gifts')).toHaveAttribute('aria-level', '2'),
  },
  'collection to trash': {
    async prepare(page) {
      await trashOne(page);
      await createTwo(page);
    },
    drag: (page) => collectionLine(page, 'Gifts').dragTo(trashLink(page)),
    clicks: (page) => carryByClicks(page, collectionLine(page, 'Gifts'), trashLink(page)),
    keys: (page) => collectionLine(page, 'Gifts').press('Delete'),
    isDone: (page) => expect(collectionLine(page, 'Gifts')).toHaveCount(0),
    isUndone: (page) => expect(collectionLine(page, 'Gifts')).toBeVisible(),
  },
  'account to account': {
    prepare: (page) => page.keyboard.press('ControlOrMeta+Shift+M'),
    drag: (page) => page.getByTestId('drag-account').nth(1).dragTo(account(page, 0), upperEdge),
    clicks: (page) => moveUp(page).click(),
    keys: (page) => moveUp(page).press('Enter'),
    isDone: (page) => expect(account(page, 1)).toContainText('Marlow'),
    isUndone: (page) => expect(account(page, 0)).toContainText('Marlow'),
    takeBack: (page) => account(page, 0).getByTestId('move-account-down').click(),
  },
};

/** The demo with nothing of it filed. */
export async function begin(page: Page, { prepare }: DragTwins): Promise<void> {
  await exploreDemo(page);
  await prepare(page);
}

async function createTwo(page: Page): Promise<void> {
  await createCollection(page, 'Hats');
  await createCollection(page, 'Gifts');
}

/** A collection of three items, on screen. */
async function fillHats(page: Page): Promise<void> {
  await createCollection(page, 'Hats');
  await openCategory(page, hats);
  await fileFirstItems(page, 3, 'hats');
  await collectionLine(page, 'Hats').click();
  await page.getByTestId('collection-view').getByTestId('item-tile').nth(2).waitFor();
}

/** The first three items of the demo, as `fillHats` files them. */
async function hatNames(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => sessionStorage.getItem('names'));
  if (names !== null) return JSON.parse(names) as string[];
  const now = await shownNames(page);
  await page.evaluate((text) => sessionStorage.setItem('names', text), JSON.stringify(now));
  return now;
}

/** The trash is in the sidebar once there is something in it. */
async function trashOne(page: Page): Promise<void> {
  await createCollection(page, 'Old');
  await collectionLine(page, 'Old').press('Delete');
  await trashLink(page).waitFor();
}

async function pickUpByClicks(page: Page, source: Locator): Promise<void> {
  await source.click({ button: 'right' });
  await page.getByTestId(/^menu-pickUp/).click();
  await page.getByTestId('carry-bar').waitFor();
}

async function carryByClicks(
  page: Page,
  source: Locator,
  target: Locator,
  position?: { x: number; y: number },
): Promise<void> {
  await pickUpByClicks(page, source);
  await target.click(position ? { position } : {});
}

async function carryByKeys(page: Page, key: 'c' | 'x', source: Locator, target: Locator): Promise<void> {
  await source.press(`ControlOrMeta+${key}`);
  await page.getByTestId('carry-bar').waitFor();
  // A link is reached by Tab, a line or a tile by the arrows: either way the focus is what counts.
  await target.focus();
  await page.keyboard.press('ControlOrMeta+v');
}
