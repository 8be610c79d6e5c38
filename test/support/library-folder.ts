import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Library } from '../../electron/library/library.ts';

/** A folder of the test's own, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A library on real SQLite files; `setAside` fills with the files it set aside. */
export function openLibrary(folder = temporaryFolder()): {
  library: Library;
  folder: string;
  setAside: string[];
} {
  const setAside: string[] = [];
  const library = new Library(folder, (path) => setAside.push(path));
  onTestFinished(() => library.close());
  return { library, folder, setAside };
}

/** Thousands of commits that go through to a disk would take their time; here it is the contents that count. */
export function memoryFolder(): string {
  if (!existsSync('/dev/shm')) return temporaryFolder();
  const folder = mkdtempSync('/dev/shm/satchel-test-');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
