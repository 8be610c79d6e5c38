import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CollectionExchange } from '../../electron/services/collection-exchange.ts';
import { createCollectionServices } from '../../electron/services/collection-services.ts';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { requests } from '../../shared/ipc.ts';
import { openLibrary } from '../support/library-folder.ts';

const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };

function open() {
  const { library, folder } = openLibrary();
  const remote = inThisThread(library);
  const events: [string, unknown][] = [];
  const services = createCollectionServices({
    library: remote,
    emit: (name, payload) => events.push([name, payload]),
    onProfileStep: () => undefined,
  });
  let chosen: string | null = null;
  const exchange = new CollectionExchange({
    files: remote.collectionFiles,
    chooseExportFile: () => Promise.resolve(chosen),
    chooseImportFile: () => Promise.resolve(chosen),
  });
  return {
    library,
    remote,
    folder,
    services,
    events,
    exchange,
    choose: (path: string | null) => (chosen = path),
  };
}

describe('windows', () => {
  it('one not told of a change of collections, or told where nothing changed', async () => {
    const { remote, services, events } = open();
    const { id } = await services.tellOfCollections(remote.collections.create({ ...plain, name: 'Hats' }));
    await services.tellOfCollections(remote.filing.add(id, [{ type: 'Asset', id: 1 }], null));
    await services.tellOfStep(remote.undo.undo(null));
    expect(events.map(([name]) => name)).toEqual(
      Array(3).fill(['collections.changed', 'undo.changed']).flat(),
    );
    expect(events[2]).toMatchObject([
      'collections.changed',
      { items: [id], state: { collections: [{ count: 1 }] } },
    ]);
    expect(events[4]).toMatchObject([
      'collections.changed',
      { items: [id], state: { collections: [{ count: 0 }] } },
    ]);
    expect(events[5]).toMatchObject(['undo.changed', { redo: { name: { kind: 'addItems', count: 1 } } }]);
    await services.tellOfCollections(remote.filing.remove(id, [{ type: 'Asset', id: 1 }]));
    await expect(services.tellOfCollections(remote.filing.remove(9, []))).rejects.toMatchObject({
      code: 'collectionUnknown',
    });
    expect(events).toHaveLength(6);
  });
});

describe('a file the person chose', () => {
  it('overwritten, or another answer than what was written', async () => {
    const { library, folder, exchange, choose } = open();
    library.collections.create({ ...plain, name: 'Hats', items: [{ type: 'Asset', id: 1 }] });
    expect(await exchange.export(null, 'json')).toBeNull();
    choose(`${folder}/hats.json`);
    const whole = { file: 'hats.json', collections: 1, items: 1, leftOut: 0 };
    expect(await exchange.export(null, 'json')).toEqual(whole);
    const written = readFileSync(`${folder}/hats.json`, 'utf8');
    await expect(exchange.export(null, 'csv')).rejects.toMatchObject({ code: 'fileExists' });
    expect(readFileSync(`${folder}/hats.json`, 'utf8')).toBe(written);
    choose(`${folder}/nowhere/hats.json`);
    await expect(exchange.export(null, 'json')).rejects.toMatchObject({ code: 'folderGone' });
    await expect(exchange.export([99], 'json')).rejects.toMatchObject({ code: 'collectionUnknown' });
    choose(`${folder}/hats.json`);
    expect(await exchange.previewImport('file')).toMatchObject({ name: 'Hats', collections: 1, items: 1 });
  });

  it('a smart collection missing from a table without a word', async () => {
    const { library, folder, exchange, choose } = open();
    const shown = { scope: 'all', category: 'own/*', search: '', sort: 'newest', owned: 'any' } as const;
    const view = { ...shown, filter: {} };
    const { id } = library.collections.create({ ...plain, name: 'Smart', view }).answer;
    library.collections.create({ ...plain, name: 'Inside', parentId: id, view });
    library.collections.create({ ...plain, name: 'Hats', items: [{ type: 'Asset', id: 1 }] });
    choose(`${folder}/all.csv`);
    expect(await exchange.export(null, 'csv')).toMatchObject({ collections: 1, items: 1, leftOut: 2 });
    choose(`${folder}/all.json`);
    expect(await exchange.export(null, 'json')).toMatchObject({ collections: 3, leftOut: 0 });
  });

  it('one of 100 MB read, or one that is no text taken for a list', async () => {
    const { library, folder, exchange, choose } = open();
    const path = `${folder}/huge.json`;
    writeFileSync(path, '');
    truncateSync(path, 100 * 1024 * 1024);
    choose(path);
    await expect(exchange.previewImport('file')).rejects.toMatchObject({ code: 'importTooLarge' });
    choose(`${folder}/keep.db`);
    await expect(exchange.previewImport('file')).rejects.toMatchObject({ code: 'importUnreadable' });
    choose(`${folder}/gone.json`);
    await expect(exchange.previewImport('file')).rejects.toMatchObject({ code: 'fileUnreadable' });
    mkdirSync(`${folder}/folder.json`);
    choose(`${folder}/folder.json`);
    await expect(exchange.previewImport('file')).rejects.toMatchObject({ code: 'fileUnreadable' });
    choose(null);
    expect(await exchange.previewImport('file')).toBeNull();
    expect(library.collections.state().collections).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });

  it('a pasted list refused for having no file', async () => {
    const { exchange } = open();
    expect(await exchange.previewImport({ text: '1 2 3' })).toMatchObject({
      name: 'Imported items',
      items: 3,
    });
  });
});

it.each([
  ['collections.add', { id: 1, items: [], position: null }],
  ['collections.add', { id: 1, items: Array(50_001).fill({ type: 'Asset', id: 1 }), position: null }],
  ['collections.add', { id: 1, items: [{ type: 'Asset', id: 2 ** 53 }], position: null }],
  ['collections.move', { id: 1, parentId: 0, position: 0 }],
  ['collections.move', { id: 1, parentId: null, position: -1 }],
  ['collections.create', { ...plain, name: 'x', icon: '../secret' }],
  ['collections.create', { ...plain, name: 'x', view: { scope: 'all' } }],
  ['collections.edit', { id: 1, name: undefined }],
  ['undo.undo', {}],
] as const)('%s asked for with what it cannot use: %j', (name, input) => {
  expect(requests[name].input.safeParse(input).success).toBe(false);
});
