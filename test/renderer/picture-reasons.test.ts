// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, inject } from 'vue';
import { usePictureReasons } from '../../renderer/features/thumbnails/usePictureReasons.ts';
import { missingPictures, type MissingPictures } from '../../renderer/ui/missing-picture.ts';
import type { ThumbnailExplanation } from '../../shared/thumbnails.ts';
import { installBridge } from './fake-bridge.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open(explain: (key: string) => ThumbnailExplanation) {
  const questions: (readonly string[])[] = [];
  const bridge = installBridge({
    'thumbnails.explain': ({ keys }) => {
      questions.push(keys);
      return keys.map(explain);
    },
  });
  const known: (MissingPictures | null)[] = [];
  const below = () => {
    known.push(inject(missingPictures, null));
    return null;
  };
  const above = defineComponent({
    setup() {
      usePictureReasons();
      return () => h(below);
    },
  });
  mount(above);
  const reasons = known[0];
  if (!reasons) throw new Error('Nobody knows reasons');
  return { reasons, questions, bridge };
}

async function wait(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await flushPromises();
}

const blocked = { reason: 'blocked', againInMs: null } as const;

describe('the reasons of missing pictures', () => {
  it('a question for each of a screen of missing pictures, or an answer given to another', async () => {
    const { reasons, questions } = open((key) =>
      key === 'Asset-2-150' ? blocked : { reason: 'notYet', againInMs: 900 },
    );
    const answers = Promise.all(['thumb/Asset-1-150', 'thumb/Asset-2-150'].map(reasons.explain));
    await wait(50);
    expect(questions).toEqual([['Asset-1-150', 'Asset-2-150']]);
    expect(await answers).toEqual([{ reason: 'notYet', againInMs: 900 }, blocked]);
  });

  it('a picture asked for at every visit although it is known to be missing, or never again', async () => {
    const { reasons, bridge } = open(() => blocked);
    void reasons.explain('thumb/Asset-1-150');
    await wait(50);
    expect(reasons.recall('thumb/Asset-1-150')).toEqual(blocked);
    await wait(60_000);
    expect(reasons.recall('thumb/Asset-1-150')).toBeNull();
    void reasons.explain('thumb/Asset-1-150');
    await wait(50);
    bridge.emit('connectivity.changed', { connectivity: 'online' } as never);
    expect(reasons.recall('thumb/Asset-1-150')).toBeNull();
  });

  it('a picture that may come by itself held to be missing', async () => {
    const { reasons } = open(() => ({ reason: 'notYet', againInMs: 900 }));
    void reasons.explain('thumb/Asset-1-150');
    await wait(50);
    expect(reasons.recall('thumb/Asset-1-150')).toBeNull();
  });
});
