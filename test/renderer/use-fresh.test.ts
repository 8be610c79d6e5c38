import { describe, expect, it } from 'vitest';
import { effectScope, nextTick, onScopeDispose, shallowRef } from 'vue';
import { useFresh } from '../../renderer/useFresh.ts';

describe('what is set up anew for every key', () => {
  it('a list of before that goes on listening, or one that is set up again for nothing', async () => {
    const key = shallowRef('a');
    const alive: string[] = [];
    const scope = effectScope();
    const value = scope.run(() =>
      useFresh(
        () => key.value,
        () => {
          const own = key.value;
          alive.push(own);
          onScopeDispose(() => alive.splice(alive.indexOf(own), 1));
          return { own };
        },
      ),
    );
    const first = value?.value;
    key.value = 'b';
    await nextTick();
    expect([value?.value.own, alive]).toEqual(['b', ['b']]);
    key.value = 'b';
    await nextTick();
    expect(first).toEqual({ own: 'a' });
    scope.stop();
    expect(alive).toEqual([]);
  });
});
