// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useAccountOptions, type AccountOption } from '../../renderer/features/accounts/useAccountOptions.ts';
import { useKeychainNotice } from '../../renderer/features/accounts/useKeychainNotice.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import type { Account, Scope } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const several = [
  sampleAccount({ id: 1, displayName: 'Marlo', nickname: 'Main' }),
  sampleAccount({ id: 2, kind: 'archived', displayName: 'Old Alt' }),
  sampleAccount({ id: 3, displayName: 'Pebble' }),
];

async function open(accounts: readonly Account[], scope: Scope) {
  const bridge = installBridge({ 'accounts.list': () => ({ accounts, scope }) });
  setActivePinia(createPinia());
  await useAccountStore().load();
  return bridge;
}

function wordLine(option: AccountOption): string {
  if (option.kind !== 'account') return option.kind;
  return `${option.number ?? '-'} ${option.account.displayName}`;
}

describe('the lines of the switcher', () => {
  it('a number that is not the one of the shortcut, or an archive that is always open', async () => {
    await open(several, 3);
    const { options, active, isArchiveOpen } = useAccountOptions(shallowRef(''), () => undefined);
    expect(options.value.map(wordLine)).toEqual(['all', '1 Marlo', '2 Pebble', 'archive']);
    expect(active.value).toBe(2);
    isArchiveOpen.value = true;
    expect(options.value.map(wordLine).at(-1)).toBe('- Old Alt');
  });

  it('an archived account that no search finds, or a nickname that is not searched', async () => {
    await open(several, 1);
    const search = shallowRef('old');
    const { options, active } = useAccountOptions(search, () => undefined);
    expect(options.value.map(wordLine)).toEqual(['- Old Alt']);
    active.value = 3;
    search.value = ' MAIN ';
    await nextTick();
    expect(options.value.map(wordLine)).toEqual(['1 Marlo']);
    expect(active.value).toBe(0);
  });

  it('one account offered together with itself', async () => {
    await open(several.slice(0, 1), 1);
    const { options } = useAccountOptions(shallowRef(''), () => undefined);
    expect(options.value.map(wordLine)).toEqual(['1 Marlo']);
  });

  it('Enter choosing another line than the one that is lit', async () => {
    await open(several, 1);
    const chosen: AccountOption[] = [];
    const { onKeydown } = useAccountOptions(shallowRef(''), (option) => chosen.push(option));
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) onKeydown(new KeyboardEvent('keydown', { key }));
    expect(chosen.map(wordLine)).toEqual(['archive']);
  });
});

describe('a keychain that cannot be used', () => {
  it('told once for every account, or again and again', async () => {
    const closed = several.map((account) => ({
      ...account,
      signIn: 'needed' as const,
      signInReason: 'keychainUnavailable' as const,
    }));
    const bridge = await open(closed, 1);
    const scope = effectScope();
    scope.run(useKeychainNotice);
    bridge.emit('accounts.changed', { accounts: several, scope: 1 });
    await nextTick();
    bridge.emit('accounts.changed', { accounts: closed, scope: 1 });
    await nextTick();
    expect(useNoticeStore().notices).toHaveLength(1);
    scope.stop();
  });
});
