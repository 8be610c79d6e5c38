import { describe, expect, it } from 'vitest';
import { artKinds, variantOf } from '../../electron/demo/art/kinds.ts';
import { drawThumbnail } from '../../electron/demo/art/thumbnail.ts';
import { artOfBundle, assetTypes } from '../../electron/demo/asset-types.ts';
import { Catalogue } from '../../electron/demo/catalogue.ts';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { createDemoRoblox } from '../../electron/demo/demo-roblox.ts';
import { defaultIdBase } from '../../electron/demo/ids.ts';
import { nameBadge, nameGamePass } from '../../electron/demo/names.ts';
import type { NamedKind } from '../../electron/demo/nouns/noun-table.ts';
import { nouns, nounsFor } from '../../electron/demo/nouns/nouns.ts';
import { adjectives, unusual } from '../../electron/demo/words.ts';
import { thumbnails } from '../../electron/roblox/thumbnails.ts';
import { ask } from '../support/roblox-ask.ts';

const catalogue = new Catalogue(defaultIdBase);
const nounless: ReadonlySet<string> = new Set(unusual.filter((name) => !name.includes('*')));
const named = [
  ...assetTypes.map(({ id: type, name, art }) => ({
    what: name,
    art,
    idOf: (index: number) => catalogue.assetId(type, index),
    nameOf: nameOfAsset,
  })),
  ...[1, 2, 3, 4].map((type) => ({
    what: `bundle of type ${type}`,
    art: artOfBundle(type),
    idOf: (index: number) => catalogue.bundleId(type, index),
    nameOf: (id: number) => catalogue.nameOfBundle(id),
  })),
  {
    what: 'badge',
    art: 'badge' as const,
    idOf: (index: number) => catalogue.badgeId(index),
    nameOf: nameBadge,
  },
  {
    what: 'game pass',
    art: 'pass' as const,
    idOf: (index: number) => catalogue.gamePassId(index),
    nameOf: nameGamePass,
  },
];

describe('a name', () => {
  it.each(named)('of a $what says what its picture shows: no sombrero that is a crown', (kind) => {
    const ids = Array.from({ length: 600 }, (_, index) => kind.idOf(index));
    expect(ids.filter((id) => !agrees(kind.nameOf(id), kind.art, id))).toEqual([]);
    const shown = new Set(ids.map((id) => variantOf(kind.art, id)));
    expect([...shown].toSorted()).toEqual(Object.keys(nouns[kind.art]).toSorted());
  });

  it('is of the very picture that is handed out: another seed at the image host would undo it', async () => {
    const { inventory, userId } = richAccount;
    const targets = [
      ...named.flatMap(({ idOf }, index) =>
        index < assetTypes.length ? [{ type: 'Asset', id: idOf(index), nameOf: nameOfAsset }] : [],
      ),
      ...inventory.bundles.flatMap((list) =>
        list.slice(0, 5).map(({ id }) => ({
          type: 'BundleThumbnail',
          id,
          nameOf: (bundle: number) => catalogue.nameOfBundle(bundle),
        })),
      ),
      ...inventory.badges.slice(0, 9).map(({ id }) => ({ type: 'BadgeIcon', id, nameOf: nameBadge })),
      ...inventory.gamePasses.slice(0, 9).map((id) => ({ type: 'GamePass', id, nameOf: nameGamePass })),
    ];
    const demo = createDemoRoblox({ imageOrigin: 'https://tr.rbxcdn.com' });
    const requests = targets.map(({ type, id }) => ({
      requestId: `${id}`,
      targetId: id,
      type,
      size: '150x150',
      format: 'Png',
      isCircular: false,
    }));
    const session = demo.sessionOf(userId);
    const { data } = (await ask(demo.fetch, thumbnails.batch, { requests }, { session })).read();
    const drawn = data.flatMap(({ targetId, imageUrl }) => {
      const [, kind, seed] = /\/(\w+)-(\d+)-150\.png$/.exec(imageUrl ?? '') ?? [];
      const name = targets.find(({ id }) => id === targetId)?.nameOf(targetId);
      return kind && seed && name !== undefined ? [{ kind, seed: Number(seed), name }] : [];
    });
    expect(drawn.length).toBeGreaterThan(60);
    expect(drawn.filter(({ kind, seed, name }) => !isNamed(kind) || !agrees(name, kind, seed))).toEqual([]);
  });
});

describe('the shapes of a kind', () => {
  it.each(artKinds)('of %s all look different: two that share a drawing would leave one misnamed', (kind) => {
    const shapes = kind === 'avatar' ? ['portrait'] : Object.keys(nouns[kind]);
    const pictures = shapes.map((shape) => Buffer.from(drawThumbnail(kind, 5, 48, shape)).toString('base64'));
    expect(new Set(pictures).size).toBe(shapes.length);
    const drawn = Buffer.from(drawThumbnail(kind, 5, 48)).toString('base64');
    expect(pictures.indexOf(drawn)).toBe(shapes.indexOf(variantOf(kind, 5)));
  });

  it.each(Object.entries(nouns))(
    'of %s share no noun, or it would fit a picture it does not',
    (_, shapes) => {
      const all = Object.values(shapes).flat();
      expect(all).toEqual([...new Set(all)]);
    },
  );

  it('have nouns that begin with no adjective: "Cosy Cosy Cardigan" reads like a fault', () => {
    const all = Object.values(nouns).flatMap((shapes) => Object.values(shapes).flat());
    expect(all.filter((noun) => adjectives.some((adjective) => noun.startsWith(`${adjective} `)))).toEqual(
      [],
    );
  });
});

function nameOfAsset(id: number): string {
  const asset = catalogue.findAsset(id);
  return asset ? catalogue.nameOf(asset) : '';
}

function agrees(name: string, kind: NamedKind, seed: number): boolean {
  return nounless.has(name) || nounsFor(kind, seed).some((noun) => wordsOf(name).includes(wordsOf(noun)));
}

/** The words between single spaces, with one at each end: "Runaway" does not include "Run". */
function wordsOf(text: string): string {
  return ` ${text.split(/[^\p{L}\d×']+/u).join(' ')} `.replaceAll(/ +/g, ' ');
}

function isNamed(kind: string): kind is NamedKind {
  return kind in nouns;
}
