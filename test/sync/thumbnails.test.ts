import { describe, expect, it } from 'vitest';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { Thumbnails } from '../../electron/sync/thumbnails.ts';
import { openLibrary } from '../support/library-folder.ts';
import { clientAtServer } from '../support/roblox-client.ts';
import { faults } from '../support/roblox-faults.ts';

const batchPath = '/thumbnails/v1/batch';
const avatar = `AvatarHeadShot-${richAccount.userId}-150`;

async function start(isOffline = () => false) {
  const at = await clientAtServer({ isOffline });
  const { library } = openLibrary();
  const thumbnails = new Thumbnails({
    cache: inThisThread(library).thumbnails,
    client: at.client,
    now: Date.now,
    ownerOf: () => null,
    pendingMs: 5,
  });
  return { ...at, thumbnails };
}

describe('thumbnails', () => {
  it('a picture fetched again though it is saved, or lost without a network', async () => {
    let isOffline = false;
    const { thumbnails, server } = await start(() => isOffline);
    const png = await thumbnails.read(avatar);
    expect(png?.subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    server.clear();
    isOffline = true;
    expect(await thumbnails.read(avatar)).toEqual(png);
    expect(server.requests).toEqual([]);
  });

  it('a grid asking for its pictures one by one, or for one twice', async () => {
    const { thumbnails, server } = await start();
    const keys = Array.from({ length: 130 }, (_, index) => `Asset-${index + 1}-150`);
    await Promise.all([...keys, ...keys].map((key) => thumbnails.read(key)));
    const sizes = server.requestsTo(batchPath).map(({ body }) => (body as unknown[]).length);
    expect(sizes).toEqual([100, 30]);
  });

  it('a picture still being made given up at once, or asked for without end', async () => {
    const { thumbnails, server } = await start();
    const pending = (times: number) =>
      server.fail(
        batchPath,
        faults.wrongType({ data: [{ requestId: avatar, targetId: 1, state: 'Pending', imageUrl: null }] }),
        times,
      );
    pending(2);
    expect(await thumbnails.read(avatar)).not.toBeNull();
    expect(server.requestsTo(batchPath)).toHaveLength(3);
    const other = 'Asset-77-150';
    server.clear();
    server.fail(
      batchPath,
      faults.wrongType({ data: [{ requestId: other, targetId: 77, state: 'Pending', imageUrl: null }] }),
    );
    expect(await thumbnails.read(other)).toBeNull();
    expect(server.requestsTo(batchPath)).toHaveLength(4);
  });

  it.each([['Blocked'], ['InReview'], ['Error'], ['TemporarilyUnavailable'], ['SomethingNew']])(
    'the state %s breaking the others of its batch, or asked for at every look',
    async (state) => {
      const { thumbnails, server } = await start();
      const good = await thumbnails.read(avatar);
      const address = server.requests.at(-1)?.path ?? '';
      server.fail(batchPath, ({ outgoing }) => {
        const data = [
          {
            requestId: 'Asset-2-150',
            targetId: 2,
            state: 'Completed',
            imageUrl: `${server.origin}${address}`,
          },
          { requestId: 'Asset-1-150', targetId: 1, state, imageUrl: null },
        ];
        outgoing.end(JSON.stringify({ data }));
      });
      const read = await Promise.all([thumbnails.read('Asset-1-150'), thumbnails.read('Asset-2-150')]);
      expect(read).toEqual([null, good]);
      server.clear();
      expect(await thumbnails.read('Asset-1-150')).toBeNull();
      expect(server.requests).toEqual([]);
    },
  );

  it('a picture fetched from an address that is none of Roblox', async () => {
    const { thumbnails, server } = await start();
    const imageUrl = `${server.origin}/users/v1/users/1`;
    server.fail(
      batchPath,
      faults.wrongType({ data: [{ requestId: avatar, targetId: 1, state: 'Completed', imageUrl }] }),
    );
    expect(await thumbnails.read(avatar)).toBeNull();
    expect(server.requestsTo('/users')).toEqual([]);
  });

  it('something that is no picture kept and shown', async () => {
    const { thumbnails, server } = await start();
    server.fail('/rbxcdn/', faults.html(), 1);
    expect(await thumbnails.read(avatar)).toBeNull();
    expect(await thumbnails.read(avatar)).not.toBeNull();
  });

  it.each([
    [
      '',
      '../keep.db',
      'Asset-0-150',
      'Asset-1-9999',
      'Robot-1-150',
      'Asset-99999999999999999-150',
      'Asset-1-150/..',
    ],
  ])('a key that is none asked of Roblox', async (...keys) => {
    const { thumbnails, server } = await start();
    for (const key of keys) expect(await thumbnails.read(key)).toBeNull();
    expect(server.requests).toEqual([]);
  });
});
