import { path, smooth } from './path.ts';
import type { Path } from './path.ts';
import { bar, box, cut, ellipse, join, polygon, star } from './shapes.ts';

/** A small sign, for prints, medals and tokens. */
export type Glyph =
  | 'star'
  | 'heart'
  | 'bolt'
  | 'crown'
  | 'flame'
  | 'leaf'
  | 'paw'
  | 'moon'
  | 'flower'
  | 'gem'
  | 'note'
  | 'sword'
  | 'skull'
  | 'trophy'
  | 'flag'
  | 'clover';

export const GLYPHS: readonly Glyph[] = [
  'star',
  'heart',
  'bolt',
  'crown',
  'flame',
  'leaf',
  'paw',
  'moon',
  'flower',
  'gem',
  'note',
  'sword',
  'skull',
  'trophy',
  'flag',
  'clover',
];

/** The outline of a sign centred on (cx, cy), reaching about `radius` from there. */
export function glyph(name: Glyph, cx: number, cy: number, radius: number): Path {
  return OUTLINES[name].map((points) =>
    points.map((value, index) =>
      index % 2 === 0 ? cx + (value - 50) * (radius / 50) : cy + (value - 50) * (radius / 50),
    ),
  );
}

const petals = (count: number, reach: number, size: number): Path =>
  join(
    ...Array.from({ length: count }, (_, index) => {
      const angle = (index / count) * Math.PI * 2 - Math.PI / 2;
      return ellipse(50 + Math.cos(angle) * reach, 50 + Math.sin(angle) * reach, size);
    }),
  );

const OUTLINES: Readonly<Record<Glyph, Path>> = {
  star: star(50, 54, 52, 24, 5),
  heart: path(
    'M50 94 C22 70 2 52 2 30 C2 12 16 4 28 4 C38 4 46 10 50 18 C54 10 62 4 72 4 C84 4 98 12 98 30 C98 52 78 70 50 94 Z',
  ),
  bolt: polygon(58, 0, 14, 58, 44, 58, 34, 100, 86, 36, 54, 36, 72, 0),
  crown: path('M4 22 L27 46 L50 8 L73 46 L96 22 L86 88 L14 88 Z'),
  flame: path(
    'M52 0 C58 22 86 36 84 64 C82 88 66 98 50 98 C32 98 16 86 16 64 C16 50 26 42 30 28 C36 34 38 40 40 46 C48 36 54 18 52 0 Z',
  ),
  leaf: path('M92 8 C40 4 6 30 14 82 L8 96 L18 92 C66 98 96 60 92 8 Z'),
  paw: join(
    path('M50 46 C68 46 84 64 80 80 C76 94 62 86 50 86 C38 86 24 94 20 80 C16 64 32 46 50 46 Z'),
    ellipse(14, 44, 11, 14),
    ellipse(36, 20, 12, 16),
    ellipse(64, 20, 12, 16),
    ellipse(86, 44, 11, 14),
  ),
  moon: path(
    'M62 4 C30 4 8 26 8 52 C8 78 30 98 56 98 C74 98 88 88 94 72 C60 82 36 62 40 38 C42 22 50 12 62 4 Z',
  ),
  flower: cut(petals(6, 30, 20), ellipse(50, 50, 13)),
  gem: path('M24 12 L76 12 L98 40 L50 94 L2 40 Z'),
  note: join(
    path('M38 10 L90 2 L90 20 L38 28 Z'),
    box(32, 10, 9, 66),
    box(81, 2, 9, 64),
    ellipse(26, 78, 17, 13),
    ellipse(75, 67, 17, 13),
  ),
  sword: join(path('M94 4 L92 24 L46 70 L30 54 L76 8 Z'), bar(22, 52, 48, 78, 10), bar(32, 68, 12, 88, 12)),
  skull: cut(
    join(ellipse(50, 42, 42, 38), box(28, 58, 44, 36, 9)),
    ellipse(33, 46, 11, 12),
    ellipse(67, 46, 11, 12),
    polygon(50, 58, 44, 70, 56, 70),
    box(41, 80, 4, 16),
    box(55, 80, 4, 16),
  ),
  trophy: join(
    path('M24 6 H76 V34 C76 54 64 62 56 64 V78 H70 V94 H30 V78 H44 V64 C36 62 24 54 24 34 Z'),
    cut(ellipse(24, 26, 20, 18), ellipse(24, 26, 11, 9)),
    cut(ellipse(76, 26, 20, 18), ellipse(76, 26, 11, 9)),
  ),
  flag: join(
    box(16, 4, 10, 94, 4),
    smooth([26, 10, 50, 4, 72, 12, 92, 8, 90, 34, 92, 56, 70, 60, 48, 52, 26, 58]),
  ),
  clover: join(petals(4, 25, 24), path('M46 50 C50 70 60 84 74 92 L66 98 C52 90 44 72 42 52 Z')),
};
