// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useSignInStore } from '../../renderer/features/accounts/sign-in.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { AppError } from '../../shared/errors.ts';
import type { SignInOutcome } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const accounts = [
  sampleAccount({ id: 1, kind: 'signedIn', nickname: 'Main' }),
  sampleAccount({ id: 2, kind: 'signedIn', displayName: 'Alt', signIn: 'thisRun' }),
];
const refuse = (code: ConstructorParameters<typeof AppError>[0]) => () => {
  throw new AppError(code, code);
};

async function open(answers: Parameters<typeof installBridge>[0]) {
  const bridge = installBridge({
    'accounts.list': () => ({ accounts, scope: 1 }),
    'accounts.select': ({ scope }) => ({ accounts, scope }),
    'signIn.cancel': () => null,
    ...answers,
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  return { bridge, signIn: useSignInStore(), notices: useNoticeStore() };
}

describe('signing in', () => {
  it('a refused clipboard shown beside the wrong way', async () => {
    const { signIn } = await open({ 'signIn.paste': refuse('sessionUnreadable') });
    expect(await signIn.start('paste', null)).toBe(false);
    expect(signIn.phase).toMatchObject({
      kind: 'failed',
      way: 'paste',
      error: { code: 'sessionUnreadable' },
    });
  });

  it('a keychain that fails offered as a dead end', async () => {
    const { signIn, notices } = await open({
      'signIn.open': refuse('keychainUnavailable'),
      'signIn.retryKeychain': refuse('keychainUnavailable'),
      'signIn.keepForThisRun': () => ({ accountId: 2, wasKnown: false }),
    });
    await signIn.start('open', null);
    expect(signIn.phase.kind).toBe('keychain');
    await signIn.retryKeychain(null);
    expect(signIn.phase).toMatchObject({ kind: 'keychain', isAsking: false });
    expect(await signIn.keepForThisRun(null)).toBe(true);
    expect(notices.notices[0]).toMatchObject({
      title: 'Alt’s session was renewed',
      lines: ['For this run only: nothing was put in the keychain.'],
    });
  });

  it('a renewed session called a new account, and the account not shown', async () => {
    const { signIn, notices } = await open({ 'signIn.open': () => ({ accountId: 1, wasKnown: true }) });
    await signIn.start('open', 1);
    expect(notices.notices[0]).toMatchObject({
      tone: 'good',
      title: 'Main’s session was renewed',
      lines: [],
    });
    expect(useAccountStore().scope).toBe(1);
  });

  it('a followed account that signs in called renewed', async () => {
    const { signIn, notices } = await open({
      'accounts.list': () => ({ accounts: [sampleAccount({ id: 5, kind: 'followed' })], scope: 5 }),
      'signIn.paste': () => ({ accountId: 5, wasKnown: true }),
    });
    await signIn.start('paste', null);
    expect(notices.notices[0]?.title).toBe('Signed in as Marlo');
  });

  it('another account signed in than was meant, and nobody told', async () => {
    const { signIn, notices } = await open({ 'signIn.open': () => ({ accountId: 1, wasKnown: true }) });
    await signIn.start('open', 2);
    expect(notices.notices[0]).toMatchObject({
      tone: 'neutral',
      lines: ['That was another account: Alt still needs signing in.'],
    });
  });

  it('a window left open, or a late failure shown, after Cancel', async () => {
    let fail: (error: AppError) => void = () => undefined;
    const { bridge, signIn } = await open({
      'signIn.open': () => new Promise<SignInOutcome>((_, reject) => (fail = reject)),
    });
    const ended = signIn.start('open', null);
    bridge.emit('signIn.hostRefused', { host: 'elsewhere.example' });
    expect(signIn.refusedHost).toBe('elsewhere.example');
    await signIn.cancel();
    fail(new AppError('signInCancelled', 'closed'));
    expect(await ended).toBe(false);
    expect(bridge.asked).toContain('signIn.cancel');
    expect(signIn.phase.kind).toBe('idle');
    expect(signIn.refusedHost).toBe(null);
  });

  it('a cancel sent when there is nothing to cancel', async () => {
    const { bridge, signIn } = await open({});
    await signIn.cancel();
    expect(bridge.asked).not.toContain('signIn.cancel');
  });
});
