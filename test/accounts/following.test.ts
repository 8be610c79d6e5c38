import { describe, expect, it } from 'vitest';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const list = `${richAccount.name}
@${smallAccount.name.toUpperCase()}
not a name!
nobody_of_this_name

${hiddenAccount.userId}
9007199254740993
${richAccount.name}`;

describe('following a pasted list', () => {
  it('one bad line stopping the rest, or a line without its result', async () => {
    const { services } = await startSatchel();
    const results = await services.following.followAll(list);
    expect(results.map(({ text, accountId, error }) => [text, accountId, error?.code])).toEqual([
      [richAccount.name, richAccount.userId, undefined],
      [`@${smallAccount.name.toUpperCase()}`, smallAccount.userId, undefined],
      ['not a name!', null, 'followTextUnreadable'],
      ['nobody_of_this_name', null, 'userNotFound'],
      [String(hiddenAccount.userId), hiddenAccount.userId, undefined],
      ['9007199254740993', null, 'idNotSafe'],
    ]);
    expect(services.accounts.state().accounts).toHaveLength(3);
  });

  it('a request for every name: two a hundred are enough', async () => {
    const { services, server } = await startSatchel();
    const names = Array.from({ length: 150 }, (_, number) => `someone_${number}`);
    await services.following.followAll(names.join('\n'));
    expect(server.requestsTo('/users')).toHaveLength(4);
  });

  it('an account that is here told as new, or lowered to a followed one', async () => {
    const { services, server, clipboard } = await startSatchel();
    clipboard.text = server.demo.sessionOf(smallAccount.userId) ?? '';
    await services.signIn.paste();
    const [result] = await services.following.followAll(smallAccount.name);
    expect(result).toMatchObject({ wasKnown: true, error: null });
    expect(services.accounts.find(smallAccount.userId).kind).toBe('signedIn');
  });

  it('a list longer than Roblox would bear begun with', async () => {
    const { services, server } = await startSatchel();
    const lines = Array.from({ length: 201 }, (_, number) => `someone_${number}`).join('\n');
    await expect(services.following.followAll(lines)).rejects.toMatchObject({ code: 'followListTooLong' });
    expect(server.requests).toEqual([]);
  });

  it('no line told that Roblox could not be asked', async () => {
    const { services, server } = await startSatchel();
    server.fail('/users', faults.status(503));
    const results = await services.following.followAll(`${richAccount.name}\n${smallAccount.userId}`);
    expect(results.map(({ error }) => error?.code)).toEqual(['robloxFailed', 'robloxFailed']);
  });

  it('a name or an id of a banned account followed as if it were not', async () => {
    const { services, server } = await startSatchel();
    server.fail(
      ({ body }) => JSON.stringify(body).includes('"excludeBannedUsers":true'),
      faults.status(200, { data: [] }),
    );
    await services.following.followAll(smallAccount.name);
    expect(services.accounts.find(smallAccount.userId).isBanned).toBe(true);
  });
});
