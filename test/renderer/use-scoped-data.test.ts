// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import { useScopedData, type ScopedData } from '../../renderer/useScopedData.ts';
import type { Scope } from '../../shared/models.ts';
import { installBridge } from './fake-bridge.ts';

function open(read: (scope: Scope) => Promise<string>, wasNeeded = false) {
  installBridge({});
  const scope = shallowRef<Scope | null>(1);
  const scoped = effectScope().run(() =>
    useScopedData<Scope, string>({
      key: () => scope.value,
      read,
      refresh: () => Promise.resolve({ wasNeeded }),
    }),
  ) as ScopedData<string>;
  return { scope, scoped };
}

describe('what is saved for the scope on screen', () => {
  it('an answer for what was left standing in for what is on screen', async () => {
    const answers = new Map<Scope, (text: string) => void>();
    const { scope, scoped } = open((key) => new Promise((answer) => answers.set(key, answer)));
    scope.value = 'all';
    answers.get('all')?.('of all');
    await flushPromises();
    answers.get(1)?.('of one');
    await flushPromises();
    expect(scoped.data.value).toBe('of all');
  });

  it('a storm of changes read one by one, or the last of them not at all', async () => {
    let reads = 0;
    const { scoped } = open(() => Promise.resolve(`read ${++reads}`));
    await flushPromises();
    reads = 0;
    for (let change = 0; change < 40; change += 1) void scoped.reload();
    await flushPromises();
    expect(reads).toBe(2);
    expect(scoped.data.value).toBe('read 2');
  });

  it("somebody else's shown while the next is on the way, or after nobody's is wanted", async () => {
    const { scope, scoped } = open((key) => Promise.resolve(`of ${key}`));
    await flushPromises();
    expect(scoped.data.value).toBe('of 1');
    scope.value = 2;
    expect(scoped.data.value).toBeNull();
    await flushPromises();
    scope.value = null;
    await flushPromises();
    expect(scoped.data.value).toBeNull();
  });
});
