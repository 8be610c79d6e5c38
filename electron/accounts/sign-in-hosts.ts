import type { Origin } from '../roblox/origin.ts';

/** Every host the sign-in window may talk to, subdomains included, and why. It is the only list of them. */
export const signInDomains = {
  'roblox.com': 'the sign-in page itself, its services, and the session cookie',
  'rbxcdn.com': 'the scripts, styles and pictures of that page',
  'arkoselabs.com': 'the puzzle that tells people from programs, which Roblox embeds in a frame',
  'funcaptcha.com': 'the same puzzle under the name it had before, which its scripts still use',
} as const;

/** What the sign-in window goes by. Addresses are taken as Chromium gives them: complete, and from anybody. */
export interface SignInHosts {
  /** The page it begins with. */
  readonly address: string;
  /** Whether the window itself may show an address: Roblox's own pages only. */
  mayNavigate(address: string): boolean;
  /** Whether anything in the page may ask for an address. */
  mayRequest(address: string): boolean;
  /** Whether a cookie is a session, set by a host that may hand one out. */
  isSessionCookie(cookie: SignInCookie): boolean;
}

/** What matters of a cookie; Electron's own has more. */
export interface SignInCookie {
  readonly name: string;
  readonly value: string;
  /** With a leading dot when subdomains get it too. */
  readonly domain?: string;
}

/** The rules for signing in at Roblox, or at the server on this computer that stands in for it. */
export function signInHosts({ signInAddress: address, isStandIn }: Origin): SignInHosts {
  const { origin, hostname } = new URL(address);
  const isPage = (url: URL) => (isStandIn ? url.origin === origin : isWithin(url, ['roblox.com']));
  const isPart = (url: URL) => (isStandIn ? url.host === new URL(origin).host : isWithin(url, domains));
  const isIssuer = (domain: string) => (isStandIn ? domain === hostname : isNamed(domain, 'roblox.com'));
  return {
    address,
    mayNavigate: (wanted) => {
      const url = URL.parse(wanted);
      return url !== null && isPlain(url, isStandIn ? ['http:'] : ['https:']) && isPage(url);
    },
    mayRequest: (wanted) => {
      const url = URL.parse(wanted);
      if (url === null) return false;
      // These carry their content with them: nobody is asked for it.
      if (url.protocol === 'data:' || url.protocol === 'blob:') return true;
      return isPlain(url, isStandIn ? ['http:', 'ws:'] : ['https:', 'wss:']) && isPart(url);
    },
    isSessionCookie: ({ name, value, domain = '' }) =>
      name === '.ROBLOSECURITY' && value !== '' && isIssuer(domain.replace(/^\./, '')),
  };
}

const domains = Object.keys(signInDomains);

/** No name and password before the host, which make an address look like another's. */
function isPlain({ protocol, username, password }: URL, protocols: readonly string[]): boolean {
  return protocols.includes(protocol) && username === '' && password === '';
}

function isWithin({ hostname, port }: URL, allowed: readonly string[]): boolean {
  return port === '' && allowed.some((domain) => isNamed(hostname, domain));
}

/** The domain or below it. Exact on purpose: `roblox.com.` is a name of its own to a browser, cookies included. */
function isNamed(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
