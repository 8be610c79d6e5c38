import { describe, expect, it } from 'vitest';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { Thumbnails } from '../../electron/sync/thumbnails.ts';
import { openLibrary } from '../support/library-folder.ts';
import { clientAtServer } from '../support/roblox-client.ts';
import { faults } from '../support/roblox-faults.ts';

const batchPath = '/thumbnails/v1/batch';
const avatar = `AvatarHeadShot-${richAccount.userId}-150`;

async function start(isOffline = () => false, folder?: string, now = Date.now) {
  const at = await clientAtServer({ isOffline });
  const { library, ...opened } = openLibrary(folder);
  const thumbnails = new Thumbnails({
    cache: inThisThread(library).thumbnails,
    client: at.client,
    now,
    ownerOf: () => null,
    isOnline: () => !isOffline(),
    pendingMs: 5,
  });
  return { ...at, library, folder: opened.folder, thumbnails };
}

const dayMs = 24 * 3_600_000;
const withState = (key: string, state: string) =>
  faults.wrongType({ data: [{ requestId: key, targetId: 1, state, imageUrl: null }] });

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
    ['Blocked', 'blocked'],
    ['InReview', 'inReview'],
    ['Error', 'none'],
  ])('%s not explained, or forgotten with the run', async (state, reason) => {
    const { thumbnails, server, folder, library } = await start();
    server.fail(batchPath, withState('Asset-1-150', state));
    expect(await thumbnails.read('Asset-1-150')).toBeNull();
    const expected = { reason, againInMs: null };
    expect(await thumbnails.explain('Asset-1-150')).toEqual(expected);
    library.close();
    const again = await start(() => false, folder);
    expect(await again.thumbnails.read('Asset-1-150')).toBeNull();
    expect(again.server.requests).toEqual([]);
    expect(await again.thumbnails.explain('Asset-1-150')).toEqual(expected);
  });

  it.each([
    ['Blocked', 'blocked'],
    ['InReview', 'inReview'],
    ['Error', 'none'],
  ])('the placeholder Roblox sends along with %s kept for the picture', async (state, reason) => {
    const { thumbnails, server } = await start();
    await thumbnails.read(avatar);
    const imageUrl = `${server.origin}${server.requests.at(-1)?.path}`;
    server.fail(
      batchPath,
      faults.wrongType({ data: [{ requestId: 'Asset-1-150', targetId: 1, state, imageUrl }] }),
    );
    expect(await thumbnails.read('Asset-1-150')).toBeNull();
    expect(await thumbnails.explain('Asset-1-150')).toEqual({ reason, againInMs: null });
  });

  it('a face that stays as it was first seen, or is gone while there is no other', async () => {
    let at = Date.now();
    let isOffline = false;
    const { thumbnails, server } = await start(
      () => isOffline,
      undefined,
      () => at,
    );
    const before = await thumbnails.read(avatar);
    server.clear();
    at += dayMs - 1;
    expect(await thumbnails.read(avatar)).toEqual(before);
    expect(server.requests).toEqual([]);
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];
    at += 1;
    isOffline = true;
    expect(await thumbnails.read(avatar)).toEqual(before);
    isOffline = false;
    server.fail('/rbxcdn/', ({ outgoing }) => void outgoing.end(Buffer.from(jpeg)));
    expect(await thumbnails.read(avatar)).toEqual(before);
    await expect.poll(() => thumbnails.read(avatar)).toEqual(Uint8Array.from(jpeg));
    expect(server.requestsTo(batchPath)).toHaveLength(1);
    server.fail(batchPath, withState(avatar, 'Blocked'));
    at += dayMs;
    for (let looks = 0; looks < 3; looks += 1)
      expect(await thumbnails.read(avatar)).toEqual(Uint8Array.from(jpeg));
    await expect.poll(() => server.requestsTo(batchPath).length).toBe(2);
    expect(await thumbnails.read(avatar)).toEqual(Uint8Array.from(jpeg));
  });

  it('the picture of an item asked for again because it is old', async () => {
    let at = Date.now();
    const { thumbnails, server } = await start(
      () => false,
      undefined,
      () => at,
    );
    const hat = `Asset-${richAccount.catalogue.assetId(8, 100)}-150`;
    const before = await thumbnails.read(hat);
    expect(before).not.toBeNull();
    server.clear();
    at += 30 * dayMs;
    expect(await thumbnails.read(hat)).toEqual(before);
    await thumbnails.read(avatar);
    expect(server.requestsTo(batchPath)).toHaveLength(1);
  });

  it('one still being drawn asked for at every look, or never again', async () => {
    const { thumbnails, server } = await start();
    server.fail(batchPath, withState('Asset-1-150', 'Pending'));
    await thumbnails.read('Asset-1-150');
    server.clear();
    expect(await thumbnails.read('Asset-1-150')).toBeNull();
    expect(server.requests).toEqual([]);
    const { reason, againInMs } = await thumbnails.explain('Asset-1-150');
    expect(reason).toBe('notYet');
    expect(againInMs).toBeGreaterThan(0);
  });

  it('one not seen before said to be anything but not saved, while there is no network', async () => {
    let isOffline = true;
    const { thumbnails } = await start(() => isOffline);
    expect(await thumbnails.read(avatar)).toBeNull();
    expect(await thumbnails.explain(avatar)).toEqual({ reason: 'offline', againInMs: null });
    isOffline = false;
    expect(await thumbnails.read(avatar)).not.toBeNull();
  });

  it('a disk that takes nothing, or a file that is locked, in the way of what is shown', async () => {
    const { thumbnails, library, server } = await start();
    library.close();
    expect(await thumbnails.read(avatar)).not.toBeNull();
    server.clear();
    expect(await thumbnails.read(avatar)).not.toBeNull();
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]],
    ['WebP', [0x52, 0x49, 0x46, 0x46, 9, 0, 0, 0, 0x57, 0x45, 0x42, 0x50, 1]],
  ])('a %s taken for no picture', async (_name, bytes) => {
    const { thumbnails, server, library } = await start();
    server.fail('/rbxcdn/', ({ outgoing }) => void outgoing.end(Buffer.from(bytes)), 1);
    expect(await thumbnails.read(avatar)).toEqual(Uint8Array.from(bytes));
    expect(library.thumbnails.find(avatar, 0).bytes).toEqual(Uint8Array.from(bytes));
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
