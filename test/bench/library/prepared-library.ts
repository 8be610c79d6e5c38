import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { drawThumbnail } from '../../../electron/demo/art/thumbnail.ts';
import { cacheMigrations } from '../../../electron/library/cache-schema.ts';
import { keepMigrations } from '../../../electron/library/keep-schema.ts';
import { repository } from '../../e2e/running-app.ts';
import { fillLibrary, itemAt } from './fill-library.ts';

/** Everything the bench keeps between runs or works in. */
export const benchFolder = join(repository, 'node_modules/.cache/bench');

const pictureCount = 240;
const pictureSize = 150;
// As far as the scroll row gets in its time, and then some.
const pictured = 20_000;
const kinds = ['hat', 'hair', 'shirt', 'gear', 'back', 'head'] as const;

/** A copy of the library of that size, for one row to write to. It is filled once for each schema and generator. */
export function copyLibrary(items: number, name: string): string {
  const source = prepareLibrary(items);
  const copy = join(benchFolder, 'work', name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(source, copy, { recursive: true });
  return copy;
}

/** The folder of PNG files `0.png` and so on, of which the tile at a place shows the one by remainder. */
export function preparePictures(): string {
  const folder = join(benchFolder, `pictures-${pictureCount}`);
  fillOnce(folder, (target) => {
    for (let index = 0; index < pictureCount; index += 1) {
      const kind = kinds[index % kinds.length] ?? 'hat';
      writeFileSync(join(target, `${index}.png`), drawThumbnail(kind, index, pictureSize));
    }
  });
  return folder;
}

/** A file with the names of the first account's items, newest first, as JSON. */
export function prepareNames(items: number): string {
  const folder = join(benchFolder, `names-${items}-${generatorHash()}`);
  fillOnce(folder, (target) => {
    const names = Array.from({ length: items }, (_, place) => itemAt(place).name);
    writeFileSync(join(target, 'names.json'), JSON.stringify(names));
  });
  return join(folder, 'names.json');
}

function prepareLibrary(items: number): string {
  const folder = join(benchFolder, `library-${items}-${generatorHash()}`);
  fillOnce(folder, (target) => {
    // Of another schema or generator: nobody reads it again, and the large ones are large.
    for (const name of readdirSync(benchFolder))
      if (name.startsWith(`library-${items}-`) && join(benchFolder, name) !== target)
        rmSync(join(benchFolder, name), { recursive: true, force: true });
    console.log(`Filling a library of ${items} items; it is kept for the next run`);
    const files = preparePictures();
    const pictures = Array.from({ length: pictureCount }, (_, index) =>
      readFileSync(join(files, `${index}.png`)),
    );
    fillLibrary(target, { items, pictures, pictured: items > 100_000 ? 1000 : pictured });
  });
  return folder;
}

// A half-filled folder never has the final name.
function fillOnce(folder: string, fill: (target: string) => void): void {
  if (existsSync(folder)) return;
  const target = `${folder}.part`;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  fill(target);
  renameSync(target, folder);
}

function generatorHash(): string {
  const generator = readFileSync(join(import.meta.dirname, 'fill-library.ts'), 'utf8');
  const text = JSON.stringify([cacheMigrations.map(String), keepMigrations.map(String), generator, pictured]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
