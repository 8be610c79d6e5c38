import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventoryV1 } from '../electron/roblox/services.ts';

const root = join(import.meta.dirname, '..');
const row = /^\| `(GET|POST|DELETE) (\/v1\/\S+)`\s*\|\s*([^|]+?)\s*\|\s*`([\w-]+)`\s*\|$/gm;

/** The table of README: which endpoint is where in the app, and which end-to-end tests show it. */
const rows = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(row)].map(
  ([, method = '', path = '', view = '', spec = '']) => ({ call: `${method} ${path}`, view, spec }),
);

describe('the table of endpoints in README', () => {
  it('one of Inventory v1 missing, or there twice', () => {
    const all = inventoryV1.map(({ endpoint: { method, path } }) => `${method} ${path}`);
    expect(rows.map(({ call }) => call)).toEqual(all);
    expect(all).toHaveLength(10);
  });

  it.each(rows)(
    '$call: a refusal Roblox documents that no test of its view brings about',
    ({ call, spec }) => {
      const file = join(root, 'test', 'e2e', `${spec}.spec.ts`);
      expect(existsSync(file)).toBe(true);
      const text = readFileSync(file, 'utf8');
      const { endpoint } = inventoryV1.find(
        ({ endpoint: { method, path } }) => `${method} ${path}` === call,
      ) ?? { endpoint: { errors: {} } };
      // What means that it is so already is no refusal to a person.
      const silent = ['alreadyInCollection', 'notInCollection'];
      const codes = new Set(Object.values(endpoint.errors).filter((code) => !silent.includes(code)));
      // One of the accounts hides its inventory all the time.
      const isShown = (code: string) =>
        text.includes(code) || (code === 'inventoryHidden' && text.includes('hiddenAccount'));
      expect([...codes].filter((code) => !isShown(code))).toEqual([]);
    },
  );
});
