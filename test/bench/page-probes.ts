// Functions that run in a page, or in the main process: their source text is sent there, so each stands by itself.

/** Frames' delays and what is on screen, as the page itself sees them. */
export interface Probes {
  delays?: { readonly values: number[]; isRunning: boolean };
  screens?: { readonly seen: { text: string; at: number }[]; keyAt: number; isRunning: boolean };
  drag?: Promise<number>;
}

type Probed = typeof globalThis & { benchProbes?: Probes };

/** Begins to note how late each of a chain of short timers is, in this thread: the page's or the main process's. */
export function startDelays(_electron: unknown, intervalMs: number): void {
  const probed = globalThis as Probed;
  const delays = { values: [] as number[], isRunning: true };
  (probed.benchProbes ??= {}).delays = delays;
  let due = performance.now() + intervalMs;
  const tick = () => {
    const now = performance.now();
    delays.values.push(Math.max(0, now - due));
    due = now + intervalMs;
    if (delays.isRunning) setTimeout(tick, intervalMs);
  };
  setTimeout(tick, intervalMs);
}

export function stopDelays(): number[] {
  const { delays } = (globalThis as Probed).benchProbes ?? {};
  if (!delays) return [];
  delays.isRunning = false;
  return delays.values;
}

/** Notes in every frame what the list on screen says, and when the newest key went down. */
export function watchScreens(): void {
  const probed = globalThis as Probed;
  const screens = { seen: [] as { text: string; at: number }[], keyAt: 0, isRunning: true };
  (probed.benchProbes ??= {}).screens = screens;
  addEventListener('keydown', ({ timeStamp }) => (screens.keyAt = timeStamp), { capture: true });
  const read = () => {
    const names = [...document.querySelectorAll('[data-testid="item-name"]')].slice(0, 35);
    const count = document.querySelector('[data-testid="category-count"]')?.textContent ?? '';
    return count + names.map(({ textContent }) => textContent).join('|');
  };
  const look = () => {
    const text = read();
    if (text !== screens.seen.at(-1)?.text) {
      // The task after this frame: by then it has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => screens.seen.push({ text, at: performance.now() });
      port2.postMessage(null);
    }
    if (screens.isRunning) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Waits until the screen has been the same for so long, and gives the milliseconds from the newest key to the paint of
 * what is then on screen; null when that key changed nothing.
 */
export async function settle(quietMs: number): Promise<number | null> {
  const { screens } = (globalThis as Probed).benchProbes ?? {};
  if (!screens) throw new Error('Nobody watches the screen');
  for (;;) {
    const last = Math.max(screens.seen.at(-1)?.at ?? 0, screens.keyAt);
    const left = last + quietMs - performance.now();
    if (left <= 0) break;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
  const last = screens.seen.at(-1);
  return last && last.at > screens.keyAt ? last.at - screens.keyAt : null;
}

/** Measures each drag from the first move of the pointer after a press to the paint after its start. */
export function watchDrags(): void {
  const probed = globalThis as Probed;
  let movedAt: number | null = null;
  addEventListener('pointerdown', () => (movedAt = null), { capture: true });
  addEventListener('pointermove', ({ timeStamp, buttons }) => (movedAt ??= buttons ? timeStamp : null), {
    capture: true,
  });
  addEventListener(
    'dragstart',
    () => {
      const from = movedAt ?? performance.now();
      const painted = new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - from);
          port2.postMessage(null);
        }),
      );
      (probed.benchProbes ??= {}).drag = painted;
    },
    { capture: true },
  );
}

/** Of the drag that began last; null when none has. Milliseconds. */
export async function dragTime(): Promise<number | null> {
  return (await (globalThis as Probed).benchProbes?.drag) ?? null;
}

/** Clicks the account at that place of the switcher and gives the milliseconds to the paint of its first item. */
export async function clickAccount({ place, item }: { place: number; item: string }): Promise<number> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  document.querySelector<HTMLElement>('[data-testid="account-switcher"]')?.click();
  const option = () => document.querySelectorAll<HTMLElement>('[data-testid="account-option"]')[place];
  for (let frames = 0; !option() && frames < 200; frames += 1) await frame();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const start = performance.now();
  option()?.click();
  for (;;) {
    await frame();
    if (document.querySelector(`[data-index="0"][data-item="${item}"]`)) break;
    if (performance.now() - start > 10_000) throw new Error('The account was never shown');
  }
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - start);
    port2.postMessage(null);
  });
}

/** Shows one view after the other as a person would, each until its items are painted; every tenth is another account's. */
export async function showViews({ views, accounts }: { views: number; accounts: number }): Promise<void> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const all = (name: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${name}"]`)];
  const until = async (isThere: () => boolean) => {
    const start = performance.now();
    while (!isThere()) {
      if (performance.now() - start > 10_000) throw new Error('A view was never shown');
      await frame();
    }
  };
  const [firstGroup] = all('group');
  if (firstGroup?.getAttribute('aria-expanded') === 'false') firstGroup.click();
  for (let view = 0; view < views; view += 1) {
    if (view % 10 === 9) {
      document.querySelector<HTMLElement>('[data-testid="account-switcher"]')?.click();
      await until(() => all('account-option').length > 0);
      all('account-option')[Math.floor(view / 10) % accounts]?.click();
      await until(() => all('account-option').length === 0);
    } else {
      await until(() => all('category').length > 1);
      const links = all('category');
      links[view % links.length]?.click();
    }
    await frame();
    await until(() => all('item-name').length > 0);
    await frame();
  }
}
