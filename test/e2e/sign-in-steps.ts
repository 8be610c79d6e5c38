import type { Locator, Page } from 'playwright/test';
import type { App } from './launch-app.ts';

/** Copies a text and asks Satchel to paste it as a session, from wherever the app is. */
export async function paste(app: App, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await openDialog(app);
  await app.page.getByTestId('sign-in-paste').click();
}

/** Opens the sign-in window and, unless `username` is null, signs in there. Gives its page. */
export async function signInByWindow(app: App, username: string | null): Promise<Page> {
  await openDialog(app);
  await app.page.getByTestId('sign-in-open').click();
  await app.page.getByTestId('sign-in-waiting').waitFor();
  const window = await waitForWindow(app);
  await window.getByLabel('Username').waitFor();
  if (username !== null) {
    const closed = window.waitForEvent('close');
    await window.getByLabel('Username').fill(username);
    // It closes as soon as it has what it wants, in the middle of the click.
    await window
      .getByRole('button')
      .click()
      .catch(() => undefined);
    await closed;
  }
  return window;
}

/** The line that says how the current account stands. */
export function state({ page }: App): Locator {
  return page.getByTestId('account-switcher');
}

async function openDialog({ page }: App): Promise<void> {
  await page.getByTestId('welcome').or(page.getByTestId('account-switcher')).waitFor();
  if (await page.getByTestId('add-account-dialog').isVisible()) return;
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByTestId('add-account-dialog').waitFor();
}

async function waitForWindow(app: App): Promise<Page> {
  for (;;) {
    const window = app.windows().find((page) => page.url().includes('/www/login'));
    if (window) return window;
    await app.page.waitForTimeout(50);
  }
}
