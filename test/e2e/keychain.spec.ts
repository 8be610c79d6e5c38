import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { launchFixture } from '../host/fixture-app.ts';
import { askKeytar, service, startKeychain, startSilentKeychain, withoutKeychain } from './keychain.ts';

// The rig that other tests stand on: each of these would make them pass or fail for the wrong reason.
test.skip(process.platform !== 'linux', 'Elsewhere the system has its own keychain');

test('a keychain that forgets between processes, or that all tests share', async () => {
  const [keychain, other] = [await startKeychain(), await startKeychain()];
  expect(await keychain.entries()).toEqual({});
  await keychain.write('1024', '"secret" ü |_');
  await keychain.write('2048', 'second');
  expect(await keychain.entries()).toEqual({ '1024': '"secret" ü |_', '2048': 'second' });
  expect(await askKeytar(keychain.env, 'getPassword', service, '1024')).toBe('"secret" ü |_');
  expect(await other.entries()).toEqual({});
  await keychain.remove('1024');
  expect(await keychain.entries()).toEqual({ '2048': 'second' });
  await keychain.stop();
  await other.stop();
});

test('a locked keychain that still gives its entries, or never opens again', async () => {
  const keychain = await startKeychain();
  await keychain.write('1024', 'secret');
  await keychain.lock();
  // Locked looks like absent to whoever only reads; and listing what is locked ends the process that asks.
  expect(await askKeytar(keychain.env, 'getPassword', service, '1024')).toBeNull();
  await expect(keychain.entries()).rejects.toThrow();
  await expect(askKeytar(keychain.env, 'setPassword', service, '1', 'x')).rejects.toThrow();
  await keychain.unlock();
  expect(await keychain.entries()).toEqual({ '1024': 'secret' });
  await keychain.stop();
});

test('no keychain that answers after all, or keeps its caller waiting', async () => {
  const startedAt = Date.now();
  await expect(askKeytar(withoutKeychain, 'getPassword', service, '1')).rejects.toThrow(/connect|D-Bus|bus/i);
  expect(Date.now() - startedAt).toBeLessThan(5_000);
});

test('a silent keychain that says anything', async () => {
  const keychain = await startSilentKeychain();
  let answer = 'none';
  const asked = askKeytar(keychain.env, 'getPassword', service, '1').then(
    () => (answer = 'value'),
    () => (answer = 'error'),
  );
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(answer).toBe('none');
  // The app itself starts all the same: its browser must not wait on the bus.
  const app = await launchFixture({ env: keychain.env });
  expect(await app.page.title()).toBe('Fixture is up');
  await app.close();
  await keychain.stop();
  await asked;
});

test('processes left behind', async () => {
  const keychain = await startKeychain();
  const running = () => processesOf(keychain.env.DBUS_SESSION_BUS_ADDRESS);
  expect(running().length).toBeGreaterThan(1);
  await keychain.stop();
  expect(running()).toEqual([]);
});

function processesOf(address: string): string[] {
  return readdirSync('/proc').filter((id) => {
    try {
      return /^\d+$/.test(id) && readFileSync(`/proc/${id}/environ`, 'utf8').includes(address);
    } catch {
      // It ended meanwhile, or is not ours.
      return false;
    }
  });
}
