import type { Cookie, CookiesGetFilter } from 'electron';
import type { BrowserContext, Cookie as ChromiumCookie } from 'playwright';
import { HostEmitter, HostEvent, refuseUnknown } from './missing.ts';

const pollMs = 100;
const sameSites = { Strict: 'strict', Lax: 'lax', None: 'no_restriction' } as const;

/**
 * The cookies of one partition. Chromium tells nobody when one changes, so they are read again and again, but only
 * while somebody listens and a page is there to change them.
 */
export class HostCookies extends HostEmitter {
  private context: BrowserContext | undefined;
  private goesAway = Promise.withResolvers<ChromiumCookie[]>();
  private known = new Map<string, Cookie>();
  private timer: NodeJS.Timeout | undefined;

  constructor() {
    super('cookies', ['changed', 'newListener', 'removeListener']);
    // Asked once the listener has been added or is gone.
    this.on('newListener', () => queueMicrotask(() => this.watch()));
    this.on('removeListener', () => this.watch());
  }

  async get(filter: CookiesGetFilter): Promise<Cookie[]> {
    refuseUnknown('cookies.get', filter, ['name', 'domain']);
    const cookies = await this.read();
    return cookies.filter(
      ({ name, domain }) =>
        (filter.name === undefined || name === filter.name) &&
        (filter.domain === undefined || domain?.replace(/^\./, '') === filter.domain),
    );
  }

  /** The context whose cookies these are from now on; none when it has gone, and its cookies with it. */
  belongTo(context: BrowserContext | undefined): void {
    this.goesAway.resolve([]);
    this.goesAway = Promise.withResolvers();
    this.context = context;
    this.known = new Map();
    this.watch();
  }

  /** Begins or ends reading, as is needed now. */
  watch(): void {
    const isNeeded = this.listenerCount('changed') > 0 && (this.context?.pages().length ?? 0) > 0;
    if (!isNeeded) {
      clearInterval(this.timer);
      this.timer = undefined;
    } else {
      // A reading that fails is the last one of a context that closes.
      this.timer ??= setInterval(() => void this.compare().catch(() => undefined), pollMs);
    }
  }

  private async compare(): Promise<void> {
    const found = new Map((await this.read()).map((cookie) => [keyOf(cookie), cookie]));
    const before = this.known;
    this.known = found;
    for (const [key, cookie] of before) {
      const now = found.get(key);
      if (now?.value !== cookie.value) this.tell(cookie, now ? 'overwrite' : 'explicit', true);
    }
    for (const [key, cookie] of found) {
      if (before.get(key)?.value !== cookie.value) this.tell(cookie, 'inserted', false);
    }
  }

  private tell(cookie: Cookie, cause: string, isRemoved: boolean): void {
    this.emit('changed', new HostEvent(), cookie, cause, isRemoved);
  }

  private async read(): Promise<Cookie[]> {
    if (!this.context) return [];
    // Chromium may answer nothing at all when the context goes away meanwhile; it has no cookies then.
    const cookies = await Promise.race([this.context.cookies(), this.goesAway.promise]);
    return cookies.map(toElectronCookie);
  }
}

function keyOf({ name, domain, path }: Cookie): string {
  return JSON.stringify([name, domain, path]);
}

function toElectronCookie(cookie: ChromiumCookie): Cookie {
  const { name, value, domain, path, secure, httpOnly, expires, sameSite } = cookie;
  return {
    ...{ name, value, domain, path, secure, httpOnly },
    hostOnly: !domain.startsWith('.'),
    session: expires === -1,
    ...(expires === -1 ? {} : { expirationDate: expires }),
    sameSite: sameSites[sameSite],
  };
}
