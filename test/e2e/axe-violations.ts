import { expect, type Page } from 'playwright/test';
import { violations } from './violations.ts';

/** What axe finds wrong, without the messages of what led here: one that fades away meanwhile has nobody's colours. */
export async function axeViolations(page: Page, { keepsMessages = false } = {}): Promise<string[]> {
  if (!keepsMessages) {
    await page.evaluate(() => {
      for (const close of document.querySelectorAll<HTMLElement>('[data-testid="toast"] .close'))
        close.click();
    });
    await expect(page.getByTestId('toast')).toHaveCount(0);
  }
  return violations(page);
}
