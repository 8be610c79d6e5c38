import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { offerSessions, type OnSession } from '../../electron/accounts/session-offers.ts';
import { signInHosts } from '../../electron/accounts/sign-in-hosts.ts';
import { robloxOrigin } from '../../electron/roblox/origin.ts';

it('two sessions looked at at the same time, or one of them twice', async () => {
  const first = Promise.withResolvers<'notYet'>();
  const { onSession, appear, offers } = startOffers(() => first.promise);
  appear('a');
  appear('b');
  appear('a');
  await expect.poll(() => onSession.mock.calls).toEqual([['a']]);
  onSession.mockResolvedValue('done');
  first.resolve('notYet');
  await offers.done;
  expect(onSession.mock.calls).toEqual([['a'], ['b']]);
});

it('a session offered after one was taken, or after the window has gone', async () => {
  const { onSession, appear, offers } = startOffers(() => Promise.resolve('done'));
  appear('a');
  appear('b');
  await offers.done;
  await offers.stop();
  appear('c');
  await offers.stop();
  expect(onSession.mock.calls).toEqual([['a']]);
});

it('stopping that does not wait for the session being looked at', async () => {
  const looking = Promise.withResolvers<'done'>();
  const { appear, offers } = startOffers(() => looking.promise);
  appear('a');
  await Promise.resolve();
  let hasStopped = false;
  const stopping = offers.stop().then(() => (hasStopped = true));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(hasStopped).toBe(false);
  looking.resolve('done');
  await stopping;
  await offers.done;
});

it('a cookie that was removed, or is no session, offered', async () => {
  const { onSession, cookies, appear, offers } = startOffers(() => Promise.resolve('notYet'));
  appear('a', true);
  cookies.emit('changed', {}, { name: 'other', value: 'a', domain: '.roblox.com' }, 'inserted', false);
  await offers.stop();
  expect(onSession).not.toHaveBeenCalled();
});

it('a refusal that is lost', async () => {
  const { appear, offers } = startOffers(() => Promise.reject(new Error('refused')));
  appear('a');
  await expect(offers.done).rejects.toThrow('refused');
});

function startOffers(answer: OnSession) {
  const cookies = new EventEmitter();
  const onSession = vi.fn(answer);
  const offers = offerSessions(cookies, signInHosts(robloxOrigin), onSession);
  const appear = (value: string, isRemoved = false) => {
    const cookie = { name: '.ROBLOSECURITY', value, domain: '.roblox.com' };
    cookies.emit('changed', {}, cookie, 'inserted', isRemoved);
  };
  return { cookies, onSession, offers, appear };
}
