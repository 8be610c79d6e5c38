// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { useRefresh, type Refresh } from '../../renderer/useRefresh.ts';
import { AppError } from '../../shared/errors.ts';
import { installBridge, type FakeBridge } from './fake-bridge.ts';

let scope: EffectScope;
let bridge: FakeBridge;

function start(ask: () => Promise<unknown>): Refresh {
  const refresh = scope.run(() => useRefresh(ask));
  if (!refresh) throw new Error('The scope has ended');
  return refresh;
}

beforeEach(() => {
  vi.useFakeTimers();
  bridge = installBridge({});
  scope = effectScope();
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

describe('a background refresh', () => {
  it('asks again by itself when Roblox’s waiting time is over, not before', async () => {
    let asked = 0;
    const refresh = start(() => {
      asked += 1;
      if (asked > 1) return Promise.resolve();
      return Promise.reject(new AppError('rateLimited', 'slow', { retryAt: Date.now() + 30_000 }));
    });
    await refresh.run(false);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toBe(2);
    expect(refresh.state.value.phase).toBe('idle');
  });

  it('asks again when Satchel comes back online, but not after another kind of failure', async () => {
    const codes = ['workingOffline', 'answerMalformed'] as const;
    let asked = 0;
    const refresh = start(() => Promise.reject(new AppError(codes[asked++] ?? 'unexpected', 'no')));
    await refresh.run(false);
    bridge.emit('connectivity.changed', { connectivity: 'online' });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(2);
    bridge.emit('connectivity.changed', { connectivity: 'online' });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(2);
  });

  it('does nothing more once its view is gone', async () => {
    let asked = 0;
    const refresh = start(() => {
      asked += 1;
      return Promise.reject(new AppError('rateLimited', 'slow', { retryAt: Date.now() + 1000 }));
    });
    await refresh.run(false);
    scope.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(1);
  });
});
