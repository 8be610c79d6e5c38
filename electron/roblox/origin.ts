import { AppError } from '../../shared/errors.ts';
import type { Host } from './endpoint.ts';

declare const __IS_PACKAGED__: boolean | undefined;

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Where requests go: Roblox, or a server on this computer that stands in for it. */
export interface Origin {
  /** The address of a path of one service. */
  addressOf(host: Host, path: string): string;
  /** Whether an image address handed out by Roblox may be fetched. */
  isImageAddress(address: string): boolean;
  /** The page on which a person signs in. */
  readonly signInAddress: string;
  readonly isStandIn: boolean;
}

export const robloxOrigin: Origin = {
  addressOf: (host, path) => `https://${host}.roblox.com${path}`,
  isImageAddress: (address) => {
    const url = URL.parse(address);
    return url?.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.rbxcdn.com');
  },
  signInAddress: 'https://www.roblox.com/login',
  isStandIn: false,
};

/**
 * The origin `SATCHEL_ROBLOX_ORIGIN` asks for, Roblox when it is not set. Throws `inputInvalid` for anything but a
 * loopback http origin. A packaged build has no stand-in: the bundler replaces the constant and drops the rest.
 */
export function readOrigin(environment: Readonly<Record<string, string | undefined>>): Origin {
  const wanted = environment['SATCHEL_ROBLOX_ORIGIN'];
  if (!wanted || (typeof __IS_PACKAGED__ !== 'undefined' && __IS_PACKAGED__)) return robloxOrigin;
  const url = URL.parse(wanted);
  if (url?.protocol !== 'http:' || !loopbackHosts.has(url.hostname)) {
    throw new AppError(
      'inputInvalid',
      'SATCHEL_ROBLOX_ORIGIN has to be a loopback address: http://127.0.0.1:<port>',
    );
  }
  const { origin } = url;
  return {
    addressOf: (host, path) => `${origin}/${host}${path}`,
    isImageAddress: (address) => URL.parse(address)?.href.startsWith(`${origin}/rbxcdn/`) ?? false,
    signInAddress: `${origin}/www/login`,
    isStandIn: true,
  };
}
