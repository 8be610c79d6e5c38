import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeychainVault } from '../../electron/accounts/vault.ts';

/** A keychain whose answers the test gives out one by one. */
function slowKeychain() {
  const entries = new Map<string, string>();
  const waiting: (() => void)[] = [];
  const inTime = <T>(task: () => T) => new Promise<T>((resolve) => void waiting.push(() => resolve(task())));
  const keytar = {
    getPassword: (_service: string, account: string) => inTime(() => entries.get(account) ?? null),
    setPassword: (_service: string, account: string, value: string) =>
      inTime(() => void entries.set(account, value)),
    deletePassword: (_service: string, account: string) => inTime(() => entries.delete(account)),
  };
  const vault = new KeychainVault({
    service: 'test',
    timeoutMs: 1000,
    load: () => Promise.resolve(keytar),
  });
  const answer = async () => {
    await vi.advanceTimersByTimeAsync(0);
    waiting.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { vault, entries, answer, waiting };
}

const unavailable = expect.objectContaining({ code: 'keychainUnavailable' }) as Error;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the keychain', () => {
  it('two calls at once: each blocks a thread, and four that wait for a prompt would block them all', async () => {
    const { vault, entries, answer, waiting } = slowKeychain();
    entries.set('1', 'one').set('2', 'two');
    const both = Promise.all([vault.read(1), vault.read(2)]);
    await vi.advanceTimersByTimeAsync(0);
    expect(waiting).toHaveLength(1);
    await answer();
    await answer();
    await expect(both).resolves.toEqual(['one', 'two']);
  });

  it('one that never answers keeping Satchel waiting for ever', async () => {
    const { vault } = slowKeychain();
    const read = expect(vault.read(1)).rejects.toEqual(unavailable);
    await vi.advanceTimersByTimeAsync(1000);
    await read;
  });

  it('every further call waiting as long as the first, while that still hangs', async () => {
    const { vault, waiting } = slowKeychain();
    const first = expect(vault.read(1)).rejects.toEqual(unavailable);
    await vi.advanceTimersByTimeAsync(1000);
    await first;
    await expect(vault.read(2)).rejects.toEqual(unavailable);
    expect(waiting).toHaveLength(1);
  });

  it('staying unusable after it has answered at last', async () => {
    const { vault, entries, answer } = slowKeychain();
    entries.set('1', 'kept');
    const first = expect(vault.read(1)).rejects.toEqual(unavailable);
    await vi.advanceTimersByTimeAsync(1000);
    await first;
    await answer();
    const again = vault.read(1);
    await answer();
    await expect(again).resolves.toBe('kept');
  });

  it('an entry written that was told to have failed', async () => {
    const { vault, entries, answer } = slowKeychain();
    const write = expect(vault.write(1, 'secret')).rejects.toEqual(unavailable);
    await vi.advanceTimersByTimeAsync(1000);
    await write;
    await answer();
    expect(entries.has('1')).toBe(true);
    await answer();
    expect(entries.has('1')).toBe(false);
  });

  it('a locked one, which gives nothing out, taken for one that has no entry', async () => {
    vi.useRealTimers();
    const locked = () => Promise.reject(new Error('Cannot create an item in a locked collection'));
    const keytar = {
      getPassword: () => Promise.resolve(null),
      setPassword: locked,
      deletePassword: () => Promise.resolve(false),
    };
    const vault = new KeychainVault({ service: 'test', load: () => Promise.resolve(keytar) });
    await expect(vault.read(1)).rejects.toEqual(unavailable);
  });

  it('a system without one crashing the app', async () => {
    vi.useRealTimers();
    const vault = new KeychainVault({
      service: 'test',
      load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
    });
    await expect(vault.read(1)).rejects.toEqual(unavailable);
  });
});
