import { test as base, type TestInfo } from 'playwright/test';
import { launchApp, type App, type LaunchOptions } from './launch-app.ts';

export { expect } from 'playwright/test';

type Fixtures = {
  /** How `app` is started; set it with `test.use({ appOptions: … })`. */
  appOptions: LaunchOptions;
  /** Declares a problem the test provokes. One that then does not occur fails the test. */
  expectProblem: (pattern: RegExp) => void;
  /** The app, started for this test and quit after it. */
  app: App;
};

/** A test with the app running. Any console error, uncaught error, CSP report or line on stderr fails it. */
export const test = base.extend<Fixtures & { expectedProblems: RegExp[] }>({
  appOptions: [{}, { option: true }],
  expectedProblems: async ({}, use) => use([]),
  expectProblem: async ({ expectedProblems }, use) => use((pattern) => void expectedProblems.push(pattern)),
  app: async ({ appOptions, expectedProblems }, use, info) => {
    const app = await launchApp(appOptions);
    await use(app);
    if (info.status !== info.expectedStatus) await tellWhatIsThere(app, info);
    await app.close();
    checkProblems(app.problems(), expectedProblems);
  },
});

/** For whoever asks why a test failed on a machine that is gone: what was on screen, and what the app said. */
async function tellWhatIsThere(app: App, info: TestInfo): Promise<void> {
  const [page] = app.windows();
  if (!page) return;
  const timeout = 5000;
  await page.screenshot({ path: info.outputPath('window.png'), timeout }).catch(() => undefined);
  const text = await page.locator('body').innerText({ timeout }).catch(String);
  console.log(`On screen at ${page.url()}:\n${text.slice(0, 800)}\n${app.output()}`);
}

function checkProblems(problems: readonly string[], expected: readonly RegExp[]): void {
  const surprising = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
  if (surprising.length > 0) throw new Error(`The app reported problems:\n${surprising.join('\n')}`);
  const absent = expected.filter((pattern) => !problems.some((problem) => pattern.test(problem)));
  if (absent.length > 0) throw new Error(`Expected problems did not occur: ${absent.join(', ')}`);
}
