import { describe, expect, it } from 'vitest';
import { signInDomains, signInHosts } from '../../electron/accounts/sign-in-hosts.ts';
import { readOrigin, robloxOrigin } from '../../electron/roblox/origin.ts';

const roblox = signInHosts(robloxOrigin);
const standIn = signInHosts(readOrigin({ SATCHEL_ROBLOX_ORIGIN: 'http://127.0.0.1:4100' }));

// Each looks like Roblox to somebody in a hurry, and is not, or not safely.
const lookalikes = [
  'https://roblox.com.evil.net/login',
  'https://www.roblox.com.evil.net/login',
  'https://evilroblox.com/login',
  'https://evil-roblox.com/login',
  'https://robloxcom/login',
  'https://www.roblox.co/login',
  'https://www.roblox.com@evil.net/login',
  'https://www.roblox.com:secret@evil.net/login',
  'https://evil.net\\@www.roblox.com/login',
  'https://someone@www.roblox.com/login',
  'https://www.rоblox.com/login',
  'https://www.robłox.com/login',
  'https://www.xn--rblox-jye.com/login',
  'https://www.roblox.com./login',
  'https://www.roblox.com:8443/login',
  'http://www.roblox.com/login',
  'https://evil.net/www.roblox.com',
  'https://evil.net/?https://www.roblox.com',
  'https://evil.net#.roblox.com',
  'javascript:location="https://www.roblox.com"',
  'data:text/html,https://www.roblox.com',
  'blob:https://www.roblox.com/7f3c',
  'file:///www.roblox.com',
  'app://satchel/index.html',
  'about:blank',
  'www.roblox.com',
  '',
];

describe('where the sign-in window may lead', () => {
  it.each(lookalikes)('a lookalike let in: %s', (address) => {
    expect(roblox.mayNavigate(address)).toBe(false);
  });

  it.each([
    'https://www.roblox.com/login',
    'https://roblox.com/',
    'https://auth.roblox.com/v2/login',
    'https://www.roblox.com:443/login?returnUrl=%2F#top',
    'HTTPS://WWW.ROBLOX.COM/login',
  ])('a page of Roblox’s own refused: %s', (address) => {
    expect(roblox.mayNavigate(address)).toBe(true);
  });

  it('the window itself led to a host that only parts of the page come from', () => {
    for (const domain of Object.keys(signInDomains).filter((name) => name !== 'roblox.com')) {
      expect(roblox.mayNavigate(`https://www.${domain}/`)).toBe(false);
      expect(roblox.mayRequest(`https://www.${domain}/`)).toBe(true);
    }
  });

  it('it begins anywhere but at the sign-in page', () => {
    expect(roblox.address).toBe('https://www.roblox.com/login');
    expect(standIn.address).toBe('http://127.0.0.1:4100/www/login');
    expect(standIn.mayNavigate(standIn.address)).toBe(true);
  });
});

describe('what the sign-in page may ask for', () => {
  it.each(lookalikes.filter((address) => !/^(data|blob):/.test(address)))(
    'a lookalike reached: %s',
    (address) => {
      expect(roblox.mayRequest(address)).toBe(false);
    },
  );

  it('a domain that is added without anybody noticing', () => {
    expect(Object.keys(signInDomains)).toEqual([
      'roblox.com',
      'rbxcdn.com',
      'arkoselabs.com',
      'funcaptcha.com',
    ]);
  });

  it.each([
    'https://css.rbxcdn.com/a.css',
    'https://roblox-api.arkoselabs.com/v2/api.js',
    'wss://realtime.roblox.com/hub',
    'data:image/png;base64,AAAA',
  ])('a part of the page refused: %s', (address) => {
    expect(roblox.mayRequest(address)).toBe(true);
  });

  it('a plain connection, or a stranger’s', () => {
    expect(roblox.mayRequest('ws://realtime.roblox.com/hub')).toBe(false);
    expect(roblox.mayRequest('http://css.rbxcdn.com/a.css')).toBe(false);
    expect(roblox.mayRequest('https://www.google-analytics.com/collect')).toBe(false);
  });
});

describe('a server that stands in', () => {
  it.each([
    'http://127.0.0.1:4101/www/login',
    'http://localhost:4100/www/login',
    'https://127.0.0.1:4100/www/login',
    'http://me@127.0.0.1:4100/www/login',
    'https://www.roblox.com/login',
  ])('another origin let in: %s', (address) => {
    expect(standIn.mayNavigate(address)).toBe(false);
    expect(standIn.mayRequest(address)).toBe(false);
  });

  it('its own parts refused, or it let in when Roblox is meant', () => {
    expect(standIn.mayRequest('ws://127.0.0.1:4100/')).toBe(true);
    expect(roblox.mayRequest(standIn.address)).toBe(false);
  });
});

describe('the session cookie', () => {
  const cookie = { name: '.ROBLOSECURITY', value: 'x', domain: '.roblox.com' };

  it('taken from a stranger, empty, or under another name', () => {
    for (const domain of ['.evil.net', 'roblox.com.evil.net', 'evilroblox.com', '.rbxcdn.com', '']) {
      expect(roblox.isSessionCookie({ ...cookie, domain })).toBe(false);
    }
    expect(roblox.isSessionCookie({ ...cookie, value: '' })).toBe(false);
    expect(roblox.isSessionCookie({ ...cookie, name: '.roblosecurity' })).toBe(false);
    expect(roblox.isSessionCookie({ name: cookie.name, value: 'x' })).toBe(false);
  });

  it('missed when Roblox sets it', () => {
    expect(roblox.isSessionCookie(cookie)).toBe(true);
    expect(roblox.isSessionCookie({ ...cookie, domain: 'www.roblox.com' })).toBe(true);
    expect(standIn.isSessionCookie({ ...cookie, domain: '127.0.0.1' })).toBe(true);
    expect(standIn.isSessionCookie(cookie)).toBe(false);
  });
});
