import type { Locator, Page } from 'playwright/test';

/** A category of some 1,300 items in the demo, limiteds among them. */
export const hats = 'own/AssetType/8/';

/** Opens a category of the tree, and first the group that holds it when that is closed. */
export async function openCategory(page: Page, key: string): Promise<void> {
  const category = page.locator(`[data-testid="category"][data-key="${key}"]`);
  await page.getByTestId('group').first().waitFor();
  // The group of the category on screen opens by itself, a moment after the tree is there.
  if (!(await appears(category, 600))) await openGroupOf(page, category);
  await category.click();
  // The elements of the list before are used again: those in view at once, those beside it a few frames later.
  await page.locator(`[data-testid="category-view"][data-key="${key}"]`).waitFor();
  await passFrames(page, 5);
}

/** Waits until the page has drawn so many frames. */
export async function passFrames(page: Page, frames: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame += 1) await new Promise(requestAnimationFrame);
  }, frames);
}

async function openGroupOf(page: Page, category: Locator): Promise<void> {
  const closed = page.locator('[data-testid="group"][aria-expanded="false"]');
  for (const group of await closed.elementHandles()) {
    await group.click();
    // Its lines are there from when it says that it is open.
    await page.waitForFunction((line) => (line as Element).getAttribute('aria-expanded') === 'true', group);
    if ((await category.count()) > 0) return;
    await group.click();
  }
  throw new Error('No group holds the category');
}

function appears(what: Locator, timeout: number): Promise<boolean> {
  return what.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
