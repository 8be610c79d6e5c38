import type { Locator, Page } from 'playwright/test';
import { createCollection, exploreDemo } from './collection-steps.ts';
import { hats, openCategory } from './open-category.ts';

/** What says beside the pointer what would become of what is carried. */
export const cue = (page: Page): Locator => page.getByTestId('carry-cue');
/** What is in hand. */
export const bar = (page: Page): Locator => page.getByTestId('carry-bar');
export const tile = (page: Page, index: number): Locator => page.getByTestId('item-tile').nth(index);

/** Empty collections of the demo, beside its items. */
export async function startWith(page: Page, ...collections: readonly string[]): Promise<void> {
  await exploreDemo(page);
  for (const name of collections) await createCollection(page, name);
  await openCategory(page, hats);
  await tile(page, 0).waitFor();
}
