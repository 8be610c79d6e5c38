import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { faults } from '../support/roblox-faults.ts';
import { mountSmallVolume } from '../support/small-volume.ts';
import { expect } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { hats, openCategory } from './open-category.ts';
import { follow, test } from './stand-in.ts';

const hair = 'own/AssetType/41/';

test('a disk that is full losing what was saved, passing for damage, or staying full once there is room', async ({
  server,
}, info) => {
  test.setTimeout(120_000);
  const folder = info.outputPath('volume');
  const volume = mountSmallVolume(folder, '48m');
  test.skip(volume === null, 'needs a volume of its own, which only root may mount');
  if (!volume) return;
  const env = { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_USER_DATA: join(folder, 'data') };
  try {
    const app = await launchApp({ env });
    const { page } = app;
    await follow(page, smallAccount.name);
    await openCategory(page, hats);
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    const shown = await page.getByTestId('item-tile').count();
    expect(shown).toBeGreaterThan(0);

    volume.fill();
    await openCategory(page, hair);
    await expect(page.getByTestId('storage-banner')).toContainText('disk is full', { timeout: 30_000 });
    await openCategory(page, hats);
    await expect(page.getByTestId('item-tile')).toHaveCount(shown);
    await page.getByTestId('storage-again').click();
    await expect(page.getByTestId('toast').last()).toContainText('The disk is full');
    await expect(page.getByTestId('storage-banner')).toBeVisible();

    volume.free();
    await page.getByTestId('storage-again').click();
    await expect(page.getByTestId('storage-banner')).toBeHidden();
    await openCategory(page, hair);
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    await app.close();
    expect(readdirSync(join(folder, 'data')).filter((name) => name.includes('set-aside'))).toEqual([]);

    server.fail('', faults.reset());
    const again = await launchApp({ env });
    for (const category of [hats, hair]) {
      await openCategory(again.page, category);
      await expect(again.page.getByTestId('item-tile').first()).toBeVisible();
    }
    await again.close();
  } finally {
    volume.unmount();
  }
});
