import { beforeEach, expect, it } from 'vitest';
import { createDemoRoblox, type DemoRoblox } from '../../electron/demo/demo-roblox.ts';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { thumbnails } from '../../electron/roblox/thumbnails.ts';
import { ask } from '../support/roblox-ask.ts';

const { inventory, userId } = richAccount;
const hats = [
  ...new Set((inventory.copiesByType.get(8) ?? []).map((number) => inventory.copy(number).asset.id)),
];
let demo: DemoRoblox;

beforeEach(() => {
  demo = createDemoRoblox({ imageOrigin: 'https://tr.rbxcdn.com' });
});

it('answers in another order than asked: a client that goes by position would show the wrong pictures', async () => {
  const answered = await batch(hats.slice(0, 100));
  expect(answered.map(({ targetId }) => targetId)).not.toEqual(hats.slice(0, 100));
  expect(new Set(answered.map(({ targetId }) => targetId))).toEqual(new Set(hats.slice(0, 100)));
  expect(answered.every(({ requestId, targetId }) => requestId === `r${targetId}`)).toBe(true);
});

it('leaves unknown ids out: a client that waits for every answer would wait for ever', async () => {
  expect((await batch([hats[0] ?? 0, 12, 7_999_999_999])).map(({ targetId }) => targetId)).toEqual([hats[0]]);
});

it('has a few pictures that come later and a few that never do, the same ones every time', async () => {
  const states = async () => {
    const rows = [];
    for (let at = 0; at < hats.length; at += 100) rows.push(...(await batch(hats.slice(at, at + 100))));
    return new Map(rows.map(({ targetId, state, imageUrl }) => [targetId, { state, imageUrl }]));
  };
  const first = await states();
  const second = await states();
  const count = (answers: typeof first, state: string) =>
    [...answers.values()].filter((one) => one.state === state).length;
  expect(count(first, 'Pending')).toBeGreaterThan(5);
  expect(count(second, 'Pending')).toBe(0);
  for (const state of ['Blocked', 'InReview', 'Error']) {
    expect(count(first, state)).toBeGreaterThan(0);
    expect(count(second, state)).toBe(count(first, state));
  }
  expect(count(second, 'Completed')).toBeGreaterThan(hats.length * 0.95);
  for (const { state, imageUrl } of [...first.values(), ...second.values()]) {
    expect(imageUrl === null).toBe(state !== 'Completed');
  }
});

it('knows every type the app asks for, and gives a picture of each', async () => {
  const targets = [
    ['Asset', hats[1]],
    ['BundleThumbnail', inventory.bundles[0]?.[0]?.id],
    ['BadgeIcon', inventory.badges[1]?.id],
    ['GamePass', inventory.gamePasses[1]],
    ['AvatarHeadShot', userId],
    ['PlaceIcon', inventory.places.Created[0]?.placeId],
  ] as const;
  for (const [type, targetId] of targets) {
    await batch([targetId ?? 0], type);
    const [row] = await batch([targetId ?? 0], type);
    expect(row?.state).toBe('Completed');
    const response = await demo.fetch(new Request(row?.imageUrl ?? ''));
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(new DataView(bytes.buffer).getUint32(16)).toBe(150);
  }
});

it('draws the same item alike and another one differently', async () => {
  const draw = async (id: number | undefined) => {
    const response = await demo.fetch(new Request(`https://tr.rbxcdn.com/hat-${id ?? 0}-60.png`));
    return Buffer.from(await response.arrayBuffer()).toString('base64');
  };
  expect(await draw(hats[0])).toBe(await draw(hats[0]));
  expect(await draw(hats[0])).not.toBe(await draw(hats[1]));
});

it('has no picture at an address it did not give out', async () => {
  for (const file of ['nothing.png', 'spoon-12-150.png', 'hat-12-9999.png', 'hat-x-150.png']) {
    expect((await demo.fetch(new Request(`https://tr.rbxcdn.com/${file}`))).status).toBe(404);
  }
});

it('refuses more than 100 at once, and what is not a list', async () => {
  const requests = hats.slice(0, 101).map((targetId) => request(targetId, 'Asset'));
  expect((await ask(demo.fetch, thumbnails.batch, { requests })).refusal).toBe('400:1');
  expect((await ask(demo.fetch, thumbnails.batch, { requests: 'all' })).refusal).toBe('400:4');
});

async function batch(ids: readonly number[], type = 'Asset') {
  const requests = ids.map((targetId) => request(targetId, type));
  const { data, unreadableRows } = (await ask(demo.fetch, thumbnails.batch, { requests })).read();
  expect(unreadableRows).toBe(0);
  return data;
}

function request(targetId: number, type: string) {
  return { requestId: `r${targetId}`, targetId, type, size: '150x150', format: 'Png', isCircular: false };
}
