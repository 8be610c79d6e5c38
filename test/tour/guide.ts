import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCategory } from '../e2e/open-category.ts';
import type { App } from '../e2e/launch-app.ts';
import type { Step } from './report.ts';

/** Walks through the app as a person would, and takes a picture after each step. */
export class Guide {
  readonly steps: Step[] = [];
  readonly app: App;
  readonly #folder: string;
  #stepStartedAt = Date.now();

  constructor(app: App, folder: string) {
    this.app = app;
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** Ends a step: waits until the view has come to rest, then takes its picture. */
  async show(title: string): Promise<void> {
    await this.settle();
    const number = this.steps.length + 1;
    const slug = title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const screenshot = `${String(number).padStart(2, '0')}-${slug}.png`;
    await this.app.page.screenshot({ path: join(this.#folder, screenshot) });
    this.steps.push({ number, title, screenshot, seconds: (Date.now() - this.#stepStartedAt) / 1000 });
    console.log(`${String(number).padStart(2)}  ${title}`);
    this.#stepStartedAt = Date.now();
  }

  /** Every picture in view is painted or known not to exist. */
  async settle(): Promise<void> {
    const { page } = this.app;
    // Twice: what the first round brought may have brought more.
    for (let round = 0; round < 2; round += 1) {
      await page.waitForTimeout(300);
      await page.waitForFunction(() => [...document.images].every((image) => image.complete));
      await page.evaluate(async () => {
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
    }
  }

  /** Pictures come: a walk past nothing but their places would show nobody what Satchel is. */
  async waitForPictures(): Promise<void> {
    const arePainted = () =>
      [...document.querySelectorAll<HTMLImageElement>('[data-testid="item-tile"] img')].filter(
        ({ naturalWidth }) => naturalWidth > 0,
      ).length > 8;
    await this.app.page.waitForFunction(arePainted);
  }

  /** Puts messages away, as a person who has read them does. */
  async dismissMessages(): Promise<void> {
    const { page } = this.app;
    const close = page.getByTestId('toast').locator('.close');
    // One may go by itself while it is reached for.
    while ((await close.count()) > 0)
      await close
        .first()
        .click({ timeout: 1000 })
        .catch(() => undefined);
  }

  /** Opens a category and waits for what it has to show. */
  async openCategory(key: string): Promise<void> {
    const { page } = this.app;
    await openCategory(page, key);
    await page.getByTestId('item-tile').or(page.getByTestId('state')).first().waitFor();
  }
}
