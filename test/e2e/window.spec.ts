import { requests } from '../../shared/ipc.ts';
import { openSink } from '../support/sink.ts';
import { expect, test } from './fixtures.ts';

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

interface Bridge {
  request(name: string, input: unknown): Promise<Answer>;
  listen(name: string, listener: () => void): () => void;
}
type PageGlobals = { satchel: Bridge };

test.beforeEach(({ app: { page } }) => expect(page.getByTestId('welcome')).toBeVisible());

test.describe('the window', () => {
  test('a page that leads the window somewhere else', async ({ app }) => {
    const sink = await openSink();
    const { page } = app;
    const before = page.url();
    await page.evaluate((address) => location.assign(address), sink.origin);
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
    }, sink.origin);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(before);
    await expect(page.getByTestId('welcome')).toBeVisible();
    expect(sink.received).toEqual([]);
    await sink.close();
  });

  test('a second window opened by the page', async ({ app }) => {
    const sink = await openSink();
    const opened = await app.page.evaluate((address) => window.open(address) === null, sink.origin);
    expect(opened).toBe(true);
    expect(app.windows()).toHaveLength(1);
    expect(sink.received).toEqual([]);
    await sink.close();
  });

  test('the page sending anything anywhere by itself', async ({ app, expectProblem }) => {
    expectProblem(/Content Security Policy|connect-src|img-src/i);
    const sink = await openSink();
    await app.page.evaluate(async (address) => {
      await fetch(`${address}/fetch`).catch(() => undefined);
      const image = new Image();
      image.src = `${address}/image`;
      navigator.sendBeacon(`${address}/beacon`, 'x');
      try {
        new WebSocket(address.replace('http', 'ws'));
      } catch {
        // Refused at once: as good.
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, sink.origin);
    expect(sink.received).toEqual([]);
    // The sink does hear what is sent to it: silence above means that nothing was.
    await fetch(`${sink.origin}/control`);
    expect(sink.received).toEqual(['GET /control']);
    await sink.close();
  });

  test('a permission granted to the page', async ({ app }) => {
    const outcome = await app.page.evaluate(async () => {
      const { state } = await navigator.permissions.query({ name: 'geolocation' });
      const asked = await Notification.requestPermission();
      return { state, asked };
    });
    expect(outcome.state).not.toBe('granted');
    expect(outcome.asked).not.toBe('granted');
  });
});

test.describe('the bridge', () => {
  test('Node, Electron or anything but two functions within reach of the page', async ({ app }) => {
    const found = await app.page.evaluate(() => {
      const page = globalThis as unknown as Record<string, unknown>;
      const satchel = page['satchel'] as object;
      return {
        globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(
          (name) => page[name] !== undefined,
        ),
        keys: Object.keys(satchel).sort(),
        isFrozen: Object.isFrozen(satchel),
      };
    });
    expect(found).toEqual({ globals: [], keys: ['listen', 'request'], isFrozen: true });
  });

  test('a name outside the contract reaching the main process', async ({ app }) => {
    const codes = await app.page.evaluate(async (): Promise<(string | undefined)[]> => {
      const { satchel } = globalThis as unknown as PageGlobals;
      const names = ['__proto__', 'constructor', 'toString', 'accounts.Follow', 'electron.quit', ''];
      const answers = await Promise.all(names.map((name) => satchel.request(name, {})));
      return answers.map(({ error }) => error?.code);
    });
    expect(codes).toEqual(Array<string>(6).fill('inputInvalid'));
  });

  test('input of another form than the route has coming through', async ({ app }) => {
    const inputs = [null, undefined, 'x', 7, [], { accountId: '1' }, { accountId: 1.5 }, { surplus: true }];
    const accepted = await app.page.evaluate(
      async ([names, bad]) => {
        const { satchel } = globalThis as unknown as PageGlobals;
        const passed: string[] = [];
        for (const name of names) {
          for (const input of bad) {
            const { ok, error } = await satchel.request(name, input);
            if (ok || error?.code !== 'inputInvalid') passed.push(`${name} ${JSON.stringify(input)}`);
          }
        }
        return passed;
      },
      [Object.keys(requests), inputs] as const,
    );
    expect(accepted).toEqual([]);
  });
});
