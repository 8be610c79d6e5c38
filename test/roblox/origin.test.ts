import { describe, expect, it } from 'vitest';
import { readOrigin, robloxOrigin } from '../../electron/roblox/origin.ts';

describe('the stand-in origin', () => {
  it.each([
    'https://127.0.0.1:9',
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://10.0.0.1:80',
    'ftp://127.0.0.1',
    'nonsense',
  ])('sending sessions somewhere that is not this computer: %s', (address) => {
    expect(() => readOrigin({ SATCHEL_ROBLOX_ORIGIN: address })).toThrow(/loopback/);
  });

  it('services not told apart on one port', () => {
    const origin = readOrigin({ SATCHEL_ROBLOX_ORIGIN: 'http://127.0.0.1:4321' });
    expect(origin.addressOf('inventory', '/v1/x')).toBe('http://127.0.0.1:4321/inventory/v1/x');
    expect(origin.isStandIn).toBe(true);
  });

  it('a stand-in used though none was asked for', () => {
    expect(readOrigin({}).addressOf('users', '/v1/users/1')).toBe('https://users.roblox.com/v1/users/1');
  });
});

describe('image addresses', () => {
  const standIn = readOrigin({ SATCHEL_ROBLOX_ORIGIN: 'http://127.0.0.1:4321' });

  it.each([
    ['https://tr.rbxcdn.com/a/150/150/Image/Png', true],
    ['http://tr.rbxcdn.com/a', false],
    ['https://rbxcdn.com.example.com/a', false],
    ['https://evilrbxcdn.com/a', false],
    ['https://tr.rbxcdn.com:8443/a', false],
    ['https://www.roblox.com/a', false],
    ['file:///etc/passwd', false],
  ])('fetching a picture from anywhere: %s', (address, isAllowed) => {
    expect(robloxOrigin.isImageAddress(address)).toBe(isAllowed);
  });

  it.each([
    ['http://127.0.0.1:4321/rbxcdn/a.png', true],
    ['http://127.0.0.1:4321/inventory/v1/x', false],
    ['http://127.0.0.1:4321/rbxcdn/../users/v1', false],
    ['http://127.0.0.1:9/rbxcdn/a.png', false],
  ])('a stand-in pointing outside its own pictures: %s', (address, isAllowed) => {
    expect(standIn.isImageAddress(address)).toBe(isAllowed);
  });
});
