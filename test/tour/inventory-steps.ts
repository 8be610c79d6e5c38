import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guide } from './guide.ts';

const hats = 'own/AssetType/8/';
const created = 'own/AssetType/9/Created';
const favoriteHats = 'favorites/AssetType/8/';

/** Every view that the ten endpoints of Inventory v1 have, what leaves Satchel as a file, and the way to anything. */
export async function useInventory(guide: Guide): Promise<void> {
  await seePlaces(guide);
  await seeCollectibles(guide);
  await askOwnership(guide);
  await seeOneItem(guide);
  await takeAway(guide);
}

async function seePlaces(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await guide.openCategory(created);
  await page.getByTestId('tab-Purchased').click();
  await page.locator('[data-testid="category-view"][data-key$="/Purchased"]').waitFor();
  await page.getByTestId('item-tile').first().waitFor();
  await guide.show('The four tabs of places, with creator and price');
  await guide.openCategory(favoriteHats);
  await guide.show('Favourites, marked where they are owned');
}

async function seeCollectibles(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.getByTestId('collectibles-link').click();
  await page.getByTestId('collectibles-view').getByTestId('item-tile').first().waitFor();
  await guide.show('Every copy of a limited, with totals and the gain');
  await page.getByTestId('tab-items').click();
  await page.getByTestId('fold').first().click();
  await page.locator('[role="row"][aria-level="2"]').first().waitFor();
  await guide.show('The same by item');
  await page.getByTestId('tab-history').click();
  await page.getByTestId('day-chart').waitFor();
  await guide.show('Value over time, with gaps where there was no refresh');
  await page.getByTestId('tab-movers').click();
  await page.getByTestId('mover-days-all').click();
  await page.getByTestId('mover').first().waitFor();
  await guide.show('What moved most between two days');
}

async function askOwnership(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette-search').fill('ownersh');
  await page.getByTestId('palette-option').first().waitFor();
  await guide.show('Go to anything');
  await page.keyboard.press('Enter');
  await page.getByTestId('ownership-begin').click();
  await page.getByTestId('paste-example').click();
  await guide.show('A list of ids, links and names, as it was pasted');
  await page.getByTestId('paste-submit').click();
  await page.getByTestId('toast').first().waitFor();
  await guide.dismissMessages();
  await page.getByTestId('ask-start').click();
  await page.locator('[data-testid="ask-bar"][data-phase="done"]').waitFor({ timeout: 30_000 });
  await guide.show('Who owns what of it');
  await page.locator('[data-testid="ownership-matrix"] [data-state="owned"]').first().click();
  await page.getByTestId('cell-facts').waitFor();
  await guide.show('One answer: its copies, and as of when');
  await page.keyboard.press('Escape');
}

async function seeOneItem(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await guide.openCategory(hats);
  await page.getByTestId('item-tile').filter({ hasText: '#' }).first().click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByTestId('item-page-name').waitFor();
  await guide.show('A page for one item');
}

async function takeAway(guide: Guide): Promise<void> {
  const { page, evaluate } = guide.app;
  const file = join(tmpdir(), `satchel-tour-${process.pid}.satchel`);
  // What a person would choose in the system's own dialogs.
  await evaluate(({ app, dialog }, path) => {
    app.setPath('documents', app.getPath('userData'));
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await guide.openCategory(hats);
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await page.getByTestId('export-dialog').waitFor();
  await guide.show('Any list as a file, with the columns chosen');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('backup-now').click();
  await page.getByTestId('toast').filter({ hasText: 'Wrote' }).first().waitFor();
  await guide.show('A backup of everything but sessions');
  await guide.dismissMessages();
  await page.getByTestId('backup-restore').click();
  await page.getByTestId('restore-notes').waitFor();
  await guide.show('What a backup would bring, before anything is done');
  await page.keyboard.press('Escape');
  rmSync(file);
}
