import { drags } from '../../renderer/features/carry/drags.ts';
import { begin, dragTwins, type DragName } from './drags.ts';
import { expect, test } from './fixtures.ts';

test.describe('every drag', () => {
  for (const { load, place } of drags) {
    const name: DragName = `${load} to ${place}` as DragName;
    test(`${name}: not done by the mouse, by clicks or by keys, or not undone`, async ({ app: { page } }) => {
      const twins = dragTwins[name];
      await begin(page, twins);
      for (const way of ['drag', 'clicks', 'keys'] as const) {
        await test.step(way, async () => {
          await twins.isUndone(page);
          await twins[way](page);
          await twins.isDone(page);
          await expect(page.getByTestId('carry-bar')).toHaveCount(0);
          if (twins.takeBack) await twins.takeBack(page);
          else await page.keyboard.press('ControlOrMeta+z');
          await twins.isUndone(page);
        });
      }
    });
  }
});
