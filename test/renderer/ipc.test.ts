// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { listen } from '../../renderer/ipc.ts';

/** A bridge that counts who listens beyond the page. */
function installCounting() {
  const listeners: ((payload: unknown) => void)[] = [];
  const bridge = {
    request: () => Promise.reject(new Error('Nobody answers')),
    listen: (_name: string, listener: (payload: unknown) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  Object.defineProperty(window, 'satchel', { configurable: true, value: bridge });
  return { listeners, emit: (payload: unknown) => listeners.forEach((hear) => hear(payload)) };
}

const news = { accountId: 7, category: 'own/*', isComplete: true, received: 1 };

describe('what the page hears of the main process', () => {
  it('every view of a long day kept in memory by what it once listened to', () => {
    const { listeners } = installCounting();
    for (let view = 0; view < 100; view += 1) listen('items.changed', () => undefined)();
    expect(listeners).toHaveLength(1);
  });

  it('one who listens no more still told, or one who fails keeping news from the others', () => {
    const { emit } = installCounting();
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const seen: string[] = [];
    listen('items.changed', () => {
      throw new Error('Broken');
    });
    const stop = listen('items.changed', () => seen.push('first'));
    listen('items.changed', () => seen.push('second'));
    emit(news);
    stop();
    emit(news);
    expect(seen).toEqual(['first', 'second', 'second']);
    expect(reported).toHaveBeenCalledTimes(2);
    vi.unstubAllGlobals();
  });
});
