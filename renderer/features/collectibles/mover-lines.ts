import type { CollectibleExchange, Mover } from '../../../shared/collectibles.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { wordChange, wordPercent } from './collectible-words.ts';

export function moverLine({ item, copies, from, to, change, percent }: Mover) {
  const prices = { from: formatNumber(from), to: formatNumber(to), number: formatNumber(copies) };
  return {
    item,
    facts:
      copies === 1
        ? say('collectibles.movers.price', prices)
        : say('collectibles.movers.pricedCopies', prices, copies),
    change: wordChange(change),
    part: percent === null ? say('collectibles.movers.fromNothing') : wordPercent(percent / 100),
  };
}

export function exchangeLine({ item, copies, price, value }: CollectibleExchange, sign: 1 | -1) {
  const count = say('collectibles.movers.copies', { number: formatNumber(copies) }, copies);
  return {
    item,
    facts:
      price === null ? count : say('collectibles.movers.each', { copies: count, price: formatNumber(price) }),
    change: price === null ? say('collectibles.unknown') : wordChange(sign * value),
    part: null,
  };
}
