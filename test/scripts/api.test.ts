import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { startRobloxServer } from '../support/roblox-server.ts';

const script = resolve(import.meta.dirname, '../../scripts/api.ts');
const userId = smallAccount.userId;

interface Answer {
  readonly code: number;
  readonly text: string;
  readonly json: unknown;
}

function api(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Answer> {
  const env = { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1', ...environment };
  return new Promise((resolveAnswer) => {
    const child = execFile(process.execPath, [script, ...args], { env }, (_error, stdout, stderr) => {
      const text = stdout.trim();
      const isJson = text.startsWith('{') || text.startsWith('[');
      resolveAnswer({
        code: child.exitCode ?? 1,
        text: text + stderr,
        json: isJson ? JSON.parse(text) : undefined,
      });
    });
  });
}

describe('npm run api', () => {
  it('an endpoint missing from the list', async () => {
    const { json } = await api(['--list', '--json']);
    const rows = json as { service: string; name: string; method: string; path: string }[];
    expect(
      rows.filter(({ service, path }) => service === 'inventory' && path.startsWith('/v1/')),
    ).toHaveLength(10);
    expect(Object.keys(rows[0] ?? {})).toEqual(['service', 'name', 'method', 'path']);
  });

  it('one of the ten that cannot be called at all', async () => {
    const user = `userId=${userId}`;
    const inventory = (
      await api([
        'inventory.getInventoryByType',
        user,
        'assetTypeId=8',
        '--demo',
        '--account',
        String(userId),
      ])
    ).json;
    const { data } = (inventory as { data: { data: { assetId: number }[] } }).data;
    const item = ['itemType=asset', `itemTargetId=${data[0]?.assetId ?? 0}`];
    const calls: [string, string[], string][] = [
      ['addCollectionItem', item, '{"ok":true,"data":{}}'],
      ['removeCollectionItem', item, 'notInCollection'],
      ['getPackageAssets', ['packageId=1'], 'packageNotFound'],
      ['getCollectibles', [user, 'limit=10'], '"userAssetId"'],
      ['canViewInventory', [user], '{"ok":true,"data":{"canView":true}}'],
      ['getCategories', [user], '"categories"'],
      ['getFavoriteCategories', [user], '"categories"'],
      ['getItemCopies', [user, ...item], '"instanceId"'],
      ['isItemOwned', [user, ...item], '{"ok":true,"data":true}'],
      ['getPlaces', [user, 'placesTab=Created'], '"placeId"'],
    ];
    const answers = await Promise.all(
      calls.map(([name, args]) => api([`inventory.${name}`, ...args, '--demo', '--account', String(userId)])),
    );
    for (const [index, [name, , expected]] of calls.entries())
      expect(answers[index]?.text, name).toContain(expected);
  });

  it('a refusal without its code and status, or passing for a success', async () => {
    const { code, json } = await api([
      'inventory.addCollectionItem',
      'itemType=Badge',
      'itemTargetId=1',
      '--demo',
    ]);
    expect(code).toBe(1);
    const error = {
      code: 'itemTypeNotAllowed',
      status: 403,
      robloxCode: 6,
      message: expect.any(String) as string,
    };
    expect(json).toEqual({ ok: false, error });
  });

  it.each([
    ['an endpoint that is none', ['inventory.nothing'], 'inputInvalid'],
    ['a word without a value', ['inventory.getCategories', 'userId'], 'inputInvalid'],
    ['an id beyond 2^53', ['inventory.getCategories', 'userId=9007199254740993'], 'idNotSafe'],
    ['an account that is none', ['inventory.getCategories', 'userId=1', '--account', 'x'], 'idNotSafe'],
    ['an option that is none', ['inventory.getCategories', '--nonsense'], 'inputInvalid'],
  ])('%s ending in a stack trace', async (_what, args, expected) => {
    const { code, json } = await api([...args, '--demo']);
    expect(code).toBe(1);
    expect(json).toMatchObject({ ok: false, error: { code: expected } });
  });

  it('a session shown, or taken for any server but a stand-in', async () => {
    const server = await startRobloxServer();
    onTestFinished(() => server.close());
    const session = server.demo.sessionOf(userId) ?? '';
    const environment = { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_SESSION: session };
    const who = await api(['users.getAuthenticated'], environment);
    expect(who.json).toMatchObject({ ok: true, data: { id: userId } });
    expect(server.requests.at(-1)?.session).toBe(session);
    const curl = await api(
      ['inventory.addCollectionItem', 'itemType=Asset', 'itemTargetId=5', '--curl'],
      environment,
    );
    expect(curl.text).toContain(`'${server.origin}/inventory/v1/collections/items/Asset/5'`);
    expect(curl.text).toContain('$SESSION');
    expect(curl.text + who.text).not.toContain(session.slice(-20));
    const outside = await api(['users.getAuthenticated', '--curl'], { SATCHEL_SESSION: session });
    expect(outside.text).not.toContain('cookie');
    const elsewhere = await api(['users.getAuthenticated'], {
      ...environment,
      SATCHEL_ROBLOX_ORIGIN: 'http://192.0.2.1',
    });
    expect(elsewhere.json).toMatchObject({ ok: false, error: { code: 'inputInvalid' } });
  });
});
