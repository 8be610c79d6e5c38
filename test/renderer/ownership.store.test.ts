// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useOwnershipStore } from '../../renderer/features/ownership/ownership.store.ts';
import { wordRate } from '../../renderer/features/ownership/ownership-words.ts';
import { AppError } from '../../shared/errors.ts';
import type { Ownership, OwnershipProgress, PasteOutcome } from '../../shared/ownership.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const unknown = { state: 'unknown', at: null, copies: 0, code: null } as const;
const owned = { state: 'owned', at: 5, copies: 1, code: null } as const;
const idle: OwnershipProgress = {
  ...{ phase: { kind: 'idle' }, total: 0, dealtWith: 0, failed: 0, perMinute: null, minutesLeft: null },
};

function sheet(ids: readonly number[], facts: Partial<Ownership> = {}): Ownership {
  const nothing = { name: null, note: null, assetType: null, isKnown: false };
  return {
    rows: ids.map((id) => ({ type: 'Asset', id, lineId: id, typeSource: 'assumed', ...nothing })),
    columns: [7, 8].map((accountId) => ({ accountId, cells: ids.map(() => unknown), trouble: null })),
    ...{ faulty: [], repeated: [], leftOut: [], removed: 0 },
    ...facts,
  };
}

const change = (id: number) => ({ type: 'Asset', id, accountId: 7, cell: owned, name: null }) as const;

async function openStore(
  read: () => Ownership | Promise<Ownership>,
  paste: () => PasteOutcome = () => {
    throw new AppError('ownershipListTooLong', 'Too long');
  },
) {
  const bridge = installBridge({
    'ownership.read': read,
    'ownership.paste': paste,
    'accounts.list': () => ({ accounts: [sampleAccount(), sampleAccount({ id: 8 })], scope: 7 }),
  });
  await useAccountStore().load();
  return { bridge, store: useOwnershipStore() };
}

beforeEach(() => setActivePinia(createPinia()));

describe('the pasted list on screen', () => {
  it('an answer that comes while the list is read lost under what is read', async () => {
    const reading = Promise.withResolvers<Ownership>();
    const { bridge, store } = await openStore(() => reading.promise);
    store.show(true);
    bridge.emit('ownership.changed', { progress: idle, cells: [change(2)], isListChanged: false });
    reading.resolve(sheet([1, 2]));
    await expect.poll(() => store.phase).toBe('ready');
    expect(store.columns[0]?.cells.map(({ state }) => state)).toEqual(['unknown', 'owned']);
  });

  it('rows that change places as answers come, or a choice of order that a new paste forgets', async () => {
    let ids = [1, 2];
    const { bridge, store } = await openStore(
      () => sheet(ids),
      () => ({ items: 1, faulty: 0, repeated: 0 }),
    );
    store.show(true);
    await expect.poll(() => store.phase).toBe('ready');
    store.sortBy('mostOwned');
    bridge.emit('ownership.changed', { progress: idle, cells: [change(2)], isListChanged: false });
    expect(store.shown).toEqual([0, 1]);
    store.sortBy('mostOwned');
    expect(store.shown).toEqual([1, 0]);
    ids = [1, 2, 3];
    await store.paste('3', false);
    expect(store.order).toBe('mostOwned');
    expect(store.shown).toHaveLength(3);
  });

  it('a column that is not wanted, or of an account that is gone, shown or counted', async () => {
    const { store } = await openStore(() => sheet([1], { leftOut: [8] }));
    store.show(true);
    await expect.poll(() => store.columns.map(({ accountId }) => accountId)).toEqual([7]);
  });

  it('a list that cannot be read told as an empty one', async () => {
    const { store } = await openStore(() => {
      throw new AppError('storageFailed', 'Broken');
    });
    store.show(true);
    await expect.poll(() => store.phase).toBe('failed');
    expect(store.error?.code).toBe('storageFailed');
  });

  it('a list that is refused taking the one there is along', async () => {
    const { store } = await openStore(() => sheet([1]));
    store.show(true);
    await expect.poll(() => store.rows.length).toBe(1);
    await expect(store.paste('1', true)).rejects.toMatchObject({ code: 'ownershipListTooLong' });
    expect(store.rows).toHaveLength(1);
  });

  it('how long it takes told for many minutes as for one', () => {
    const running = { ...idle, perMinute: 60, minutesLeft: 1 };
    expect(wordRate(running)).toBe('Roblox allows 60 a minute: about 1 minute left');
    expect(wordRate({ ...running, minutesLeft: 41 })).toBe(
      'Roblox allows 60 a minute: about 41 minutes left',
    );
    expect(wordRate(idle)).toBeNull();
  });
});
