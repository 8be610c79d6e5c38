import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { Library } from '../../../electron/library/library.ts';
import { addAccount } from '../../support/accounts.ts';
import { temporaryFolder } from '../../support/library-folder.ts';

const script = join(import.meta.dirname, '../../support/restore-process.ts');
const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };

/** A folder with a library of one account and a collection of its name. */
function write(folder: string, name: string, accountId: number): void {
  const library = new Library(folder, fail);
  addAccount(library, accountId, { displayName: name });
  library.collections.create({ ...plain, name });
  library.close();
}

function fail(path: string): never {
  throw new Error(`A library was set aside: ${path}`);
}

/** What the next start finds. */
function read(folder: string): string {
  const library = new Library(folder, fail);
  const accounts = library.accounts.read().accounts.map(({ displayName }) => displayName);
  const collections = library.collections.state().collections.map(({ name }) => name);
  library.close();
  return [...accounts, ...collections].join();
}

/** Kills itself before that step; gives how many there are when it comes to none. */
async function runTo(folder: string, unpacked: string, step: number): Promise<number | null> {
  const child = spawn(process.execPath, ['--no-warnings', script, folder, unpacked, String(step)]);
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const [output, errors, [, signal]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  expect(errors).toBe('');
  expect(signal).toBe('SIGKILL');
  return output === '' ? null : Number(output);
}

it('a kill at any step of a restore after which there is neither the old nor the new library, or one of each', async () => {
  const root = temporaryFolder();
  const [template, backup] = [join(root, 'template'), join(root, 'backup')];
  write(template, 'Old', 1);
  write(backup, 'New', 2);
  const [before, after] = ['Old,Old,Late', 'New,New'];
  const found: string[] = [];
  for (let step = 1, last = Infinity; step <= last; step += 2) {
    // Two at a time: they wait for the disk more than they work.
    await Promise.all(
      [step, step + 1].map(async (own) => {
        const folder = join(root, `killed-${own}`);
        const unpacked = join(folder, 'unfinished/incoming.db');
        cpSync(template, folder, { recursive: true });
        cpSync(join(backup, 'keep.db'), unpacked);
        const steps = await runTo(folder, unpacked, own);
        if (steps !== null) last = Math.min(last, steps);
        found[own - 1] = read(folder);
        // And it stays that one.
        expect(read(folder), `after step ${own}`).toBe(found[own - 1]);
        expect(existsSync(join(folder, 'keep.restored.db')), `after step ${own}`).toBe(false);
        rmSync(folder, { recursive: true });
      }),
    );
  }
  // Old up to one step, new from there on.
  const turn = found.indexOf(after);
  expect(found.map((_, at) => (at < turn ? before : after))).toEqual(found);
  expect(turn).toBeGreaterThan(3);
  expect(found.length - turn).toBeGreaterThan(3);
}, 120_000);
