import type { ArtKind, VariantOf } from '../art/kinds.ts';

/** The kinds of pictures whose things have names; the people on avatars have their own. */
export type NamedKind = Exclude<ArtKind, 'avatar'>;

/** What to call each shape a picture may show. A shape without nouns does not compile. */
export type NounTable = {
  readonly [Kind in NamedKind]: Readonly<Record<VariantOf<Kind>, readonly string[]>>;
};
