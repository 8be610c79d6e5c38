import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/**
 * What axe finds wrong with what is on screen, in light and in dark: which rule, and where. In the other colours only what
 * is about colours can differ.
 */
export async function violations(page: Page): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const own = isDark ? 'dark' : 'light';
  const other = isDark ? 'light' : 'dark';
  await passAnimations(page);
  const found = await violationsNow(page, own);
  await change(page, other);
  found.push(
    ...describe(await builder(page).withRules(['color-contrast', 'link-in-text-block']).analyze(), other),
  );
  await change(page, own);
  return found;
}

/** The same in the colours it has, of what is gone before long. */
export async function violationsNow(page: Page, scheme = ''): Promise<string[]> {
  return describe(await builder(page).analyze(), scheme);
}

/** Legacy mode: the usual one opens a second page, which this app does not have. */
function builder(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

type Result = Awaited<ReturnType<AxeBuilder['analyze']>>;

function describe({ violations: found }: Result, scheme: string): string[] {
  return found.map(({ id, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' '));
    return `${scheme}: ${id}: ${places.join(', ')}`;
  });
}

/** Colours on their way from one to the other have nobody's contrast. */
async function change(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await passAnimations(page);
}

/** Waits until nothing is on its way from one look to another; what moves for as long as it is there is not. */
export async function passAnimations(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect && Number.isFinite(effect.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
