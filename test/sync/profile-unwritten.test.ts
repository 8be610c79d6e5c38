import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { Sendings } from '../../electron/library/outbox/sendings.ts';
import { AppError } from '../../shared/errors.ts';
import { collections, first, idsOf, settled, signedIn } from '../support/profile-satchel.ts';

const userId = smallAccount.userId;

/** The disk takes nothing at the moment Roblox's next answer is to be written. */
function fillDiskAtNextAnswer() {
  const settling = vi.spyOn(Sendings.prototype, 'settle').mockImplementationOnce(() => {
    throw new AppError('storageFull', 'The disk is full');
  });
  onTestFinished(() => settling.mockRestore());
  return settling;
}

describe('a disk that is full when Roblox answers', () => {
  it('a change on its way until a restart, or sent twice, because its outcome could not be written', async () => {
    const { services, server, before, free } = await signedIn();
    const settling = fillDiskAtNextAnswer();
    await services.outbox.swap(userId, before.slice(0, 1), free.slice(0, 1));
    await expect.poll(() => settling).toHaveBeenCalled();
    server.clear();
    const sequences = (await services.outbox.list()).map(({ sequence }) => sequence);
    await services.outbox.retry(userId, sequences);
    await settled(services);
    expect(await services.outbox.list()).toEqual([]);
    expect(await idsOf(services)).toContain(first(free).id);
    expect(await idsOf(services)).not.toContain(before[0]?.id);
    expect(server.requestsTo(collections).map(({ method }) => method)).toEqual(['POST']);
  });

  it('what is wanted instead kept waiting for an outcome that could not be written', async () => {
    const { services, free } = await signedIn();
    const item = first(free);
    const settling = fillDiskAtNextAnswer();
    await services.outbox.accept(userId, 'in', [item]);
    await expect.poll(() => settling).toHaveBeenCalled();
    await services.outbox.accept(userId, 'out', [item]);
    await settled(services);
    expect(await services.outbox.list()).toEqual([]);
    expect(await idsOf(services)).not.toContain(item.id);
    expect(settling.mock.calls.map(([{ wish }]) => wish)).toEqual(['in', 'in', 'out']);
  });
});
