// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import { useScopedData, type ScopedData } from '../../renderer/useScopedData.ts';
import type { Scope } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';

function open(
  read: (scope: Scope) => Promise<string>,
  refresh = () => Promise.resolve({ wasNeeded: false }),
) {
  installBridge({});
  const scope = shallowRef<Scope | null>(1);
  const scoped = effectScope().run(() =>
    useScopedData<Scope, string>({
      key: () => scope.value,
      read,
      refresh,
    }),
  ) as ScopedData<Scope, string>;
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

  it('nothing shown on the way back, or what was left there never brought up to date', async () => {
    let round = 1;
    const { scope, scoped } = open((key) => Promise.resolve(`${round} of ${key}`));
    await flushPromises();
    scope.value = 2;
    await flushPromises();
    round = 2;
    scope.value = 1;
    expect(scoped.data.value).toBe('1 of 1');
    await flushPromises();
    expect(scoped.data.value).toBe('2 of 1');
  });

  it('how the refresh of one ended told of the next', async () => {
    const { scope, scoped } = open(
      (key) => Promise.resolve(`of ${key}`),
      () => Promise.reject(new Error('no')),
    );
    await flushPromises();
    expect(scoped.refresh.state.value.phase).toBe('failed');
    scope.value = 2;
    expect(scoped.refresh.state.value.phase).toBe('idle');
  });

  it('what was read ahead shown in place of something newer', async () => {
    const answers: ((text: string) => void)[] = [];
    const { scope, scoped } = open(() => new Promise((answer) => answers.push(answer)));
    const ahead = scoped.prepare(2);
    scope.value = 2;
    answers[2]?.('shown');
    await flushPromises();
    answers[1]?.('read ahead');
    await ahead;
    scope.value = 3;
    expect(scoped.data.value).toBeNull();
    scope.value = 2;
    expect(scoped.data.value).toBe('shown');
  });

  it('a removed account shown again as it was when it is added anew', async () => {
    const { scope, scoped } = open((key) => Promise.resolve(`of ${key}`));
    await flushPromises();
    const ahead = scoped.prepare(2);
    scope.value = 3;
    scoped.forget((key) => key !== 3);
    await ahead;
    for (const key of [1, 2]) {
      scope.value = key;
      expect(scoped.data.value).toBeNull();
    }
  });
});
