import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportOutbox } from '../../electron/services/outbox-export.ts';
import { temporaryFolder } from '../support/library-folder.ts';
import { sampleChange } from '../support/sample-changes.ts';

const outbox = {
  list: () =>
    Promise.resolve([
      sampleChange(1, '=Hat, "red"'),
      sampleChange(2, 'Cape', { wish: 'out', state: 'parked', attempts: 8 }),
    ]),
};

describe('the outbox in a file', () => {
  it('a change or its reason missing, or a name that a spreadsheet takes for a formula', async () => {
    const path = join(temporaryFolder(), 'outbox.csv');
    expect(await exportOutbox(outbox, () => Promise.resolve(path))).toEqual({
      file: 'outbox.csv',
      changes: 2,
    });
    const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\r\n');
    expect(head).toContain('account,wish,item,name,state');
    expect(lines).toEqual([
      expect.stringContaining(`,7,in,Asset 1,"'=Hat, ""red""",refused,0,assetTypeNotAllowed`),
      expect.stringContaining(',7,out,Asset 2,Cape,parked,8,assetTypeNotAllowed'),
    ]);
  });

  it('a file that is there written over, or one written though nobody chose any', async () => {
    const path = join(temporaryFolder(), 'outbox.csv');
    writeFileSync(path, 'mine');
    const exporting = exportOutbox(outbox, () => Promise.resolve(path));
    await expect(exporting).rejects.toMatchObject({ code: 'fileExists' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await exportOutbox(outbox, () => Promise.resolve(null))).toBeNull();
  });
});
