import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** What axe finds wrong with what is on screen: which rule, and where. */
export async function violations(page: Page): Promise<string[]> {
  // Legacy mode: the usual one opens a second page, which this app does not have.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
