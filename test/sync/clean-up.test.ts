import { describe, expect, it, vi } from 'vitest';
import { CleanUp } from '../../electron/sync/clean-up.ts';

describe('deleting what is left over', () => {
  it('what is left while the last answer is on its way staying until the next time', async () => {
    const answers: ((isMore: boolean) => void)[] = [];
    const deleteSome = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)));
    const cleanUp = new CleanUp({ leftovers: { deleteSome }, isClosed: () => false });
    cleanUp.start();
    cleanUp.start();
    expect(deleteSome).toHaveBeenCalledTimes(1);
    answers[0]?.(false);
    await expect.poll(() => deleteSome).toHaveBeenCalledTimes(2);
    answers[1]?.(false);
    await new Promise(setImmediate);
    expect(deleteSome).toHaveBeenCalledTimes(2);
  });

  it('a failure, or the end of what there was, putting an end to it for good', async () => {
    const deleteSome = vi.fn(() => Promise.resolve(false));
    const cleanUp = new CleanUp({ leftovers: { deleteSome }, isClosed: () => false });
    deleteSome.mockRejectedValueOnce(new Error('No disk'));
    for (const times of [1, 2, 3]) {
      cleanUp.start();
      await new Promise(setImmediate);
      expect(deleteSome).toHaveBeenCalledTimes(times);
    }
  });
});
