import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeNewFile } from '../../electron/services/new-file.ts';
import { temporaryFolder } from '../support/library-folder.ts';

const source = new URL('../../electron/services/new-file.ts', import.meta.url).href;

/** Satchel is killed while it writes a file. */
function killWhileWriting(folder: string): void {
  const script = `const { NewFile } = await import(${JSON.stringify(source)});
    const file = await NewFile.begin(${JSON.stringify(join(folder, 'killed.csv'))});
    await file.write('half');
    process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
}

it('half a file left for good by a kill, or one removed that is still being written or is not ours', async () => {
  const folder = temporaryFolder();
  killWhileWriting(folder);
  const [abandoned = ''] = readdirSync(folder);
  const longAgo = new Date(Date.now() - 30 * 24 * 60 * 60_000);
  utimesSync(join(folder, abandoned), longAgo, longAgo);
  killWhileWriting(folder);
  const [recent] = readdirSync(folder).filter((file) => file !== abandoned);
  expect([abandoned, recent]).toEqual([expect.stringMatching(/part$/), expect.stringMatching(/part$/)]);
  for (const mine of ['holiday.part', '.satchel-notes.part']) {
    writeFileSync(join(folder, mine), 'mine');
    utimesSync(join(folder, mine), longAgo, longAgo);
  }
  await writeNewFile(join(folder, 'hats.csv'), 'hats');
  expect(readdirSync(folder).toSorted()).toEqual(
    [recent, 'hats.csv', 'holiday.part', '.satchel-notes.part'].toSorted(),
  );
});
