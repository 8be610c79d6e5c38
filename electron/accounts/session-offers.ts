import type { SignInCookie, SignInHosts } from './sign-in-hosts.ts';

/** Looks at a session. `notYet` when it signs nobody in, as those do that Roblox gives to strangers. */
export type OnSession = (session: string) => Promise<'done' | 'notYet'>;

/** What is needed of Electron's Cookies. */
export interface CookieSource {
  on(event: 'changed', listener: CookieListener): unknown;
  off(event: 'changed', listener: CookieListener): unknown;
}

type CookieListener = (event: unknown, cookie: SignInCookie, cause: string, isRemoved: boolean) => void;

export interface SessionOffers {
  /** Resolves when a session was taken, rejects with what `onSession` threw; settles never without either. */
  readonly done: Promise<undefined>;
  /** Looks at no more cookies, and waits for the session that is being looked at. */
  stop(): Promise<void>;
}

/** Offers every session that appears among the cookies: each value once, one at a time, the newest last. */
export function offerSessions(
  cookies: CookieSource,
  hosts: SignInHosts,
  onSession: OnSession,
): SessionOffers {
  const done = Promise.withResolvers<undefined>();
  const seen = new Set<string>();
  let isOpen = true;
  let last: Promise<void> = Promise.resolve();

  const offer = async (value: string) => {
    if (!isOpen) return;
    try {
      if ((await onSession(value)) === 'notYet') return;
      done.resolve(undefined);
    } catch (thrown) {
      done.reject(thrown);
    }
    isOpen = false;
  };
  const onChanged: CookieListener = (_event, cookie, _cause, isRemoved) => {
    if (isRemoved || !hosts.isSessionCookie(cookie) || seen.has(cookie.value)) return;
    seen.add(cookie.value);
    last = last.then(() => offer(cookie.value));
  };
  cookies.on('changed', onChanged);

  return {
    done: done.promise,
    async stop() {
      cookies.off('changed', onChanged);
      // What is being looked at goes on; what only waits for its turn does not.
      isOpen = false;
      await last;
      seen.clear();
    },
  };
}
