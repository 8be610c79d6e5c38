import { describe, expect, it } from 'vitest';
import { FirstScreen, type AskRoute } from '../electron/first-screen.ts';
import { questionKey } from '../shared/first-answers.ts';
import type { Result } from '../shared/errors.ts';
import type { RequestName } from '../shared/ipc.ts';

const tree = {
  own: [{ name: 'A', displayName: 'A', categories: [{ key: 'own/AssetType/8/' }] }],
  favorites: [],
};
const view = { scope: 7, category: 'own/*', search: 'crown', sort: 'name', owned: 'any', filter: {} };
const usual = { search: '', sort: 'newest', owned: 'any', filter: {}, page: 0 } as const;

/** A first screen over routes that answer what is given here, null otherwise; those of `failing` answer an error. */
function start(
  given: { path?: string; scope?: number | 'all' | null; failing?: string; late?: boolean } = {},
) {
  const { path, scope = 7, failing, late = false } = given;
  const asked: string[] = [];
  const heard: string[] = [];
  const data: Record<string, unknown> = {
    'accounts.list': { accounts: [], scope },
    'categories.list': tree,
    'accounts.place': path === undefined ? null : { path, scrollTop: 0 },
    'savedViews.list': [{ id: 3, name: 'Crowns', ...view }],
  };
  const ask = (async (name: string, input: object): Promise<Result<unknown>> => {
    asked.push(questionKey(name as RequestName, input as never));
    if (late) await new Promise(() => undefined);
    if (name === failing) return { ok: false, error: { code: 'storageFailed', message: '' } };
    return { ok: true, data: data[name] ?? null };
  }) as AskRoute;
  return { screen: new FirstScreen(ask, (name) => heard.push(name)), asked, heard };
}

const listed = (asked: readonly string[]) => asked.filter((question) => question.startsWith('items.list'));

describe('the first screen', () => {
  it.each([
    ['the first category', undefined, { scope: 7, category: 'own/AssetType/8/', ...usual }],
    ['a category', '/category/own%2F*', { scope: 7, category: 'own/*', ...usual }],
    ['a saved view', '/saved/3', { ...view, page: 0 }],
  ])('asking for a list other than the page will show: %s', async (_what, path, input) => {
    const { screen, asked } = start(path === undefined ? {} : { path });
    const answers = await screen.answers();
    const question = questionKey('items.list', input as never);
    expect(listed(asked)).toEqual([question]);
    expect(answers?.[question]).toEqual({ ok: true, data: null });
  });

  it.each(['/timeline', '/saved/4', '/saved/x', '/category/%', '/category/a/b', '', '//'])(
    'asking for a list where none is shown, or failing over an address: %s',
    async (path) => {
      const { screen, asked } = start({ path });
      expect(await screen.answers()).not.toBeNull();
      expect(listed(asked)).toEqual([]);
    },
  );

  it('asking for an account where there is none yet', async () => {
    const { screen, asked } = start({ scope: null });
    await screen.answers();
    expect(asked.sort()).toEqual(['accounts.list {}', 'app.status {}', 'settings.read {}']);
  });

  it('a failure handed on as an answer: whoever asks by themselves can ask again', async () => {
    const { screen } = start({ failing: 'categories.list' });
    expect(Object.keys((await screen.answers()) ?? {}).join()).not.toContain('categories.list');
  });

  it('a document kept waiting for a slow disk', async () => {
    expect(await start({ late: true }).screen.answers()).toBeNull();
  });

  it('answers from before for a page that is loaded again', async () => {
    const { screen, asked } = start();
    screen.prepare();
    await screen.answers();
    const once = asked.length;
    await screen.answers();
    expect(asked.length).toBe(2 * once);
  });

  it('the newest news lost when there is more than a page can be told', () => {
    const { screen, heard } = start();
    screen.prepare();
    for (let count = 0; count < 300; count += 1) screen.emit('timeline.changed', { accountId: 7 });
    for (let count = 0; count < 500; count += 1) screen.emit('categories.changed', { accountId: 7 });
    heard.length = 0;
    screen.stands();
    expect(heard).toEqual(Array.from({ length: 500 }, () => 'categories.changed'));
  });

  it('news lost that came after the answers and before the page listened, or told again for ever', async () => {
    const { screen, heard } = start();
    screen.emit('timeline.changed', { accountId: 7 });
    await screen.answers();
    heard.length = 0;
    screen.emit('categories.changed', { accountId: 7 });
    expect(heard).toEqual(['categories.changed']);
    screen.stands();
    expect(heard).toEqual(['categories.changed', 'categories.changed']);
    screen.emit('timeline.changed', { accountId: 7 });
    screen.stands();
    expect(heard.slice(2)).toEqual(['timeline.changed']);
  });
});
