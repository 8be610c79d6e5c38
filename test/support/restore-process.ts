import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';

// Run by a test of its own, which kills it: `restore-process.ts <folder> <unpacked backup> <step>`. At that step, counted from 1,
// it kills itself before the step is taken: every call that changes files or databases is one.
const [folder = '', unpacked = '', killAt = '0'] = process.argv.slice(2);
let isCounting = false;
let steps = 0;

function step(): void {
  if (!isCounting) return;
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
}

function counted(target: object, name: string): void {
  const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]): unknown {
    // What is in memory alone leaves nothing behind.
    if (!(this instanceof DatabaseSync && this.location() === null)) step();
    return Reflect.apply(original, this, args);
  });
}

for (const name of ['openSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'mkdirSync', 'unlinkSync'])
  counted(fs, name);
for (const name of ['exec', 'close']) counted(DatabaseSync.prototype, name);
syncBuiltinESMExports();

const { Library } = await import('../../electron/library/library.ts');
const { takeRestored } = await import('../../electron/library/backups/restored-file.ts');
const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
const library = new Library(folder, () => undefined);
// It stands in the log alone when this ends by a kill.
library.collections.create({ ...plain, name: 'Late' });
// As a kill does, it keeps the log where it is when the library is closed.
new DatabaseSync(join(folder, 'keep.db')).prepare('SELECT 1 FROM account').get();
const { revision } = library.backups.copy(join(folder, 'before.db'));
isCounting = true;
const isDone = library.backups.restore(unpacked, revision, { at: 2, savedAt: 1, before: 'before.satchel' });
if (!isDone) throw new Error('Something was written meanwhile');
// What the next start begins with, in this very process: its steps count too.
takeRestored(folder);
isCounting = false;
process.stdout.write(String(steps));
process.kill(process.pid, 'SIGKILL');
