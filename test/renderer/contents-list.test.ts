// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useExportStore } from '../../renderer/features/exports/export.store.ts';
import ContentsList from '../../renderer/features/items/ContentsList.vue';
import { i18n } from '../../renderer/i18n.ts';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import type { AccountStanding, ContentsPart, ItemContents } from '../../shared/contents.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const container = { type: 'Bundle', id: 50, name: 'Robot' } as const;

function part(
  id: number,
  standings: Record<number, AccountStanding['standing']>,
  facts: Partial<ContentsPart> = {},
): ContentsPart {
  return {
    ...{ type: 'Asset', id, name: `Part ${id}`, assetType: 8 },
    standings: Object.entries(standings).map(([accountId, standing]) => ({
      ...{ accountId: Number(accountId), standing, copies: standing === 'owned' ? 1 : 0, asOf: 1 },
    })),
    ...facts,
  };
}

const parts = [
  part(1, { 7: 'owned', 8: 'owned' }),
  part(2, { 7: 'notOwned', 8: 'owned' }),
  part(3, { 7: 'notOwned', 8: 'unknown' }),
  part(4, { 7: 'unknown', 8: 'unknown' }, { name: '' }),
  part(5, {}, { type: 'UserOutfit' }),
  part(6, {}, { type: 'Hologram' }),
  part(50, { 7: 'owned' }, { type: 'Bundle' }),
];

async function show(accountId: number | null, contents: Partial<ItemContents> = {}) {
  installBridge({
    'accounts.list': () => ({
      accounts: [sampleAccount(), sampleAccount({ id: 8, nickname: 'Ada' })],
      scope: 'all',
    }),
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const whole: ItemContents = { parts, unreadableParts: 0, savedAt: Date.now(), goneAt: null, ...contents };
  const list = mount(ContentsList, {
    props: { container, contents: whole, accountId },
    global: { plugins: [i18n] },
  });
  const lines = () => list.findAll('[data-testid="contents-part"]').map((line) => line.text());
  return { list, lines };
}

describe('the parts of a package or bundle', () => {
  it('counted for another account, or what nobody can own counted', async () => {
    expect((await show(7)).list.text()).toContain('1 of 4 owned');
    expect((await show(8)).list.text()).toContain('2 of 4 owned');
    expect((await show(null)).list.text()).toContain('2 of 4 owned');
  });

  it('an export of another bundle, or one that offers what nobody can own', async () => {
    const { list } = await show(7);
    const exporting = useExportStore();
    await list.get('[data-testid="export-contents"]').trigger('click');
    expect(exporting.open).toMatchObject({
      list: { kind: 'contents', item: { type: 'Bundle', id: 50 } },
      ...{ title: 'Robot', selected: [] },
    });
    expect(exporting.open?.total()).toBe(4);
    await list.get('[data-testid="missing-only"]').setValue(true);
    await list.get('[data-testid="export-contents"]').trigger('click');
    expect(exporting.open).toMatchObject({
      list: { parts: [2, 3, 4].map((id) => ({ type: 'Asset', id })) },
      title: 'Robot, missing parts',
    });
    expect(exporting.open?.total()).toBe(3);
  });

  it('what is missing hidden, or what is not known called missing', async () => {
    const { list, lines } = await show(7);
    expect(lines()).toHaveLength(7);
    await list.get('[data-testid="missing-only"]').setValue(true);
    const names = ['Part 2', 'Part 3', 'Item 4'];
    expect(lines().map((line) => names.find((name) => line.includes(name)))).toEqual(names);
    expect(lines().map((line) => line.includes('Missing'))).toEqual([true, true, false]);
  });

  it('an outfit, a kind nobody knows, or the bundle itself opening something', async () => {
    const { list } = await show(null);
    const opens = list
      .findAll('[data-testid="contents-part"] button')
      .map((button) => button.attributes('data-item'));
    expect(opens).toEqual(['Asset-1', 'Asset-2', 'Asset-3', 'Asset-4']);
    for (const words of ['owned by nobody', '“Hologram”', 'a part of itself'])
      expect(list.text()).toContain(words);
    await list.get('[data-item="Asset-2"]').trigger('click');
    expect(list.emitted('open')).toMatchObject([[{}, { type: 'Asset', id: 2 }]]);
  });

  it.each([
    ['an empty one', { parts: [], savedAt: 5 }, 'nothing in it'],
    ['one that is gone', { goneAt: 5 }, 'This bundle does not exist at Roblox'],
    ['one that was gone before it was read', { parts: [], savedAt: null, goneAt: 5 }, 'does not exist'],
    ['unreadable ids', { unreadableParts: 2 }, '2 more parts have ids'],
    ['one from before ages were kept', { savedAt: null }, 'before ages were kept'],
  ])('%s left without a sentence', async (_what, contents, words) => {
    expect((await show(null, contents)).list.text()).toContain(words);
  });
});
