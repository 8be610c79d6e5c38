import type { App } from '../../e2e/launch-app.ts';
import { recordScroll, type RecordedScroll } from '../../tour/scroll-trace.ts';
import { openPeer, openSatchel, paintedAt, withApp } from '../apps.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import type { Row } from '../row.ts';
import { droppedShare, formatFigure, median } from '../statistics.ts';

const rounds = 3;
const secondsPerRound = 10;

/** Share of dropped frames while the wheel turns over 100 000 tiles with pictures never seen before. */
export const scroll: Row = {
  name: 'scroll',
  figures: ['scroll', 'scroll-share'],
  async measure() {
    const folder = copyLibrary(100_000, 'scroll');
    const { ours, peer } = await withApp(openSatchel(folder), (satchel) =>
      withApp(openPeer('scroller'), async (scroller) => {
        await Promise.all([paintedAt(satchel), paintedAt(scroller)]);
        return scrollBoth(satchel, scroller);
      }),
    );
    // Both on the same display: the frame that came oftest over both is its own.
    const frameMs = median([...ours.gaps, ...peer.gaps]);
    const [share, peerShare] = [
      droppedShare(ours.gaps, frameMs) * 100,
      droppedShare(peer.gaps, frameMs) * 100,
    ];
    const note =
      `${rounds * secondsPerRound} s each, taking turns; ours ${ours.gaps.length} frames over ${ours.distance} px, ` +
      `peer ${peer.gaps.length} over ${peer.distance} px, a frame ${formatFigure(frameMs)} ms`;
    return [
      { name: 'scroll', ours: share, peer: peerShare, unit: '%', limit: 1, note },
      {
        name: 'scroll-share',
        ours: share,
        peer: null,
        unit: '%',
        limit: 0.5,
        note: 'dropped frames of ours alone',
      },
    ];
  },
};

interface Scrolled {
  gaps: number[];
  distance: number;
}

async function scrollBoth(satchel: App, scroller: App): Promise<{ ours: Scrolled; peer: Scrolled }> {
  const [ours, peer]: [Scrolled, Scrolled] = [emptyScroll(), emptyScroll()];
  // The first moments of scrolling compile what scrolling needs.
  for (const app of [satchel, scroller]) await recordScroll(app, 2, 'down');
  for (let round = 0; round < rounds; round += 1) {
    add(ours, await recordScroll(satchel, secondsPerRound, 'down'));
    add(peer, await recordScroll(scroller, secondsPerRound, 'down'));
  }
  if (ours.distance === 0 || peer.distance === 0) throw new Error('Nothing was scrolled');
  return { ours, peer };
}

function emptyScroll(): Scrolled {
  return { gaps: [], distance: 0 };
}

function add(all: Scrolled, { gaps, distance }: RecordedScroll): void {
  all.gaps.push(...gaps);
  all.distance += Math.round(distance);
}
