import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const files = ['shared', 'electron', 'renderer', 'scripts', 'test'].flatMap((folder) =>
  sourcesIn(join(root, folder)),
);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

// Lint tells each file what it may not reach for; what only the whole graph shows is told here.
describe('the import graph', () => {
  it('a cycle', () => {
    expect(findCycle()).toEqual([]);
  });

  it('keytar, ky or window.satchel used in a second place', () => {
    expect(importers('ky')).toEqual(['electron/roblox/client.ts']);
    expect(importers('electron').filter((file) => !file.startsWith('test/'))).toEqual([
      'electron/accounts/sign-in-window.ts',
      'electron/desktop.ts',
      'electron/ipc.ts',
      'electron/main.ts',
      'electron/menu.ts',
      'electron/preload.ts',
      'electron/window.ts',
    ]);
  });

  it('a feature that uses the views of another', () => {
    const reaching = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => isForeignView(file, target))
        .map((target) => `${relative(root, file)} -> ${relative(root, target)}`),
    );
    expect(reaching).toEqual([]);
  });

  it('a file of more than 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, specifier]) => specifier ?? '',
  );
  return specifiers.map((specifier) => {
    const target = resolve(dirname(file), specifier);
    return specifier.startsWith('.') && existsSync(target) ? target : specifier;
  });
}

function importers(name: string): string[] {
  return [...imports]
    .filter(([, targets]) => targets.includes(name))
    .map(([file]) => relative(root, file))
    .sort();
}

function isForeignView(file: string, target: string): boolean {
  const feature = /renderer\/features\/([^/]+)\//;
  const [own, other] = [feature.exec(file)?.[1], feature.exec(target)?.[1]];
  return Boolean(own && other && own !== other && target.endsWith('.vue'));
}

function findCycle(): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file))
      return [...path.slice(path.indexOf(file)), file].map((one) => relative(root, one));
    if (done.has(file)) return [];
    for (const target of imports.get(file) ?? []) {
      const cycle = imports.has(target) ? visit(target, [...path, file]) : [];
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of files) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
