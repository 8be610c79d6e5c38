// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useActivityStore } from '../../renderer/features/activity/activity.store.ts';
import type { OutboxChange } from '../../shared/outbox.ts';
import { sampleChange } from '../support/sample-changes.ts';
import { installBridge } from './fake-bridge.ts';

describe('the outbox in Activity', () => {
  it('read once for each change of a burst, or not again after its last', async () => {
    let kept: readonly OutboxChange[] = [sampleChange(1, 'Hat')];
    const waiting: (() => void)[] = [];
    const bridge = installBridge({
      'outbox.list': async () => {
        const asOf = kept;
        await new Promise<void>((resolve) => waiting.push(resolve));
        return asOf;
      },
    });
    const answer = async () => {
      waiting.shift()?.();
      await flushPromises();
    };
    setActivePinia(createPinia());
    const activity = useActivityStore();
    const shown = activity.show('outbox');
    for (let change = 0; change < 10; change += 1)
      bridge.emit('outbox.changed', { accountId: 7, refused: [] });
    kept = [];
    await answer();
    await answer();
    await shown;
    expect(activity.changes).toEqual([]);
    expect(bridge.asked).toEqual(['outbox.list', 'outbox.list']);
    bridge.emit('outbox.changed', { accountId: 7, refused: [] });
    expect(bridge.asked).toHaveLength(3);
  });
});
