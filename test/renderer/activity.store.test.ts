// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useActivityStore } from '../../renderer/features/activity/activity.store.ts';
import { mostSettledAtOnce, type OutboxChange } from '../../shared/outbox.ts';
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

  it('each of hundreds of parked changes asked for by itself, or in the name of another account', async () => {
    const asked: unknown[] = [];
    installBridge({
      'outbox.retry': (input) => {
        asked.push(input);
        return [];
      },
      'outbox.discard': (input) => {
        asked.push(input);
        return [];
      },
    });
    setActivePinia(createPinia());
    const activity = useActivityStore();
    const [hat, cape] = [sampleChange(1, 'Hat'), sampleChange(3, 'Cape', { state: 'parked' })];
    const others = sampleChange(2, 'Crown', { accountId: 8 });
    await activity.settle('retry', [hat, others, cape]);
    await activity.settle('discard', [others]);
    expect(asked).toEqual([
      { accountId: 7, sequences: [1, 3] },
      { accountId: 8, sequences: [2] },
      { accountId: 8, sequences: [2] },
    ]);
    expect(activity.changes).toEqual([]);
  });

  it('more changes than one request takes refused as a whole', async () => {
    const asked: number[] = [];
    installBridge({
      'outbox.discard': ({ sequences }) => {
        asked.push(sequences.length);
        return [];
      },
    });
    setActivePinia(createPinia());
    const many = Array.from({ length: mostSettledAtOnce + 1 }, (_, at) => sampleChange(at + 1, 'Hat'));
    await useActivityStore().settle('discard', many);
    expect(asked).toEqual([mostSettledAtOnce, 1]);
  });
});
