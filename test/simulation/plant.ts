import { registerHooks } from 'node:module';
import { teeth } from './teeth.ts';

// Loaded before anything else: puts the bug that SATCHEL_TOOTH names in the place of what is right.
const tooth = teeth.find(({ name }) => name === process.env['SATCHEL_TOOTH']);
if (!tooth) throw new Error(`No such tooth: ${process.env['SATCHEL_TOOTH']}`);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(tooth.file)) return loaded;
    const source = Buffer.from(loaded.source as Uint8Array).toString();
    if (!source.includes(tooth.from)) throw new Error(`${tooth.file} has changed: ${tooth.name}`);
    return { ...loaded, source: source.replace(tooth.from, tooth.to) };
  },
});
