import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** What axe finds on the page, by rule. */
export async function axeViolations(page: Page, { keepsMessages = false } = {}): Promise<string[]> {
  if (!keepsMessages) await closeMessages(page);
  // Legacy mode: the usual one opens a second page, which this app does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** One that fades away meanwhile has nobody's colours. */
async function closeMessages(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const close of document.querySelectorAll<HTMLElement>('[data-testid="toast"] .close')) close.click();
  });
  await expect(page.getByTestId('toast')).toHaveCount(0);
}
