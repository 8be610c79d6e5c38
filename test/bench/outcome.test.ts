import { describe, expect, it } from 'vitest';
import { cannotMeasure, judge, type Measurement } from './outcome.ts';
import { measureRow } from './run-row.ts';
import { drawTable } from './table.ts';

const open: Measurement = { name: 'open', ours: 125, peer: 100, unit: 'ms', limit: 1.25, note: '7 rounds' };
const delays: Measurement = { ...open, name: 'responsive', ours: 16, peer: null, limit: 16 };

describe('outcomes of the bench', () => {
  it('a bar met exactly that is missed, or one missed by a hair that is met', () => {
    expect(judge(open)).toMatchObject({ ratio: 1.25, ok: true });
    expect(judge({ ...open, ours: 125.1 }).ok).toBe(false);
    expect(judge(delays)).toMatchObject({ ratio: null, ok: true });
    expect(judge({ ...delays, ours: 16.001 }).ok).toBe(false);
  });

  it('a peer of 0 that excuses anything, or that nobody can be as good as', () => {
    expect(judge({ ...open, ours: 0, peer: 0 })).toMatchObject({ ratio: 1, ok: true });
    expect(judge({ ...open, ours: 0.1, peer: 0 })).toMatchObject({ ratio: null, ok: false });
  });

  it('a figure that is none and passes', () => {
    expect(judge({ ...open, ours: Number.NaN })).toMatchObject({ ours: null, ok: false });
    expect(judge({ ...open, peer: Number.NaN })).toMatchObject({ peer: null, ok: false });
  });

  it('a row that fails and is left out, or fails without a reason', async () => {
    const failing = {
      name: 'scroll',
      figures: ['scroll', 'scroll-share'],
      measure: () => Promise.reject(new Error('No grid')),
    };
    const outcomes = await measureRow(failing);
    expect(outcomes.map(({ name, ok, ours, note }) => [name, ok, ours, note])).toEqual([
      ['scroll', false, null, 'No grid'],
      ['scroll-share', false, null, 'No grid'],
    ]);
  });

  it('a figure forgotten by its row that nobody misses', async () => {
    const row = { name: 'open', figures: ['open', 'more'], measure: () => Promise.resolve([open]) };
    expect((await measureRow(row)).map(({ name, ours }) => [name, ours])).toEqual([
      ['open', 125],
      ['more', null],
    ]);
  });

  it('a table that hides a miss, a limit, or what could not be measured', () => {
    const outcomes = [judge(open), judge({ ...delays, ours: 17 }), cannotMeasure('scroll', 'No grid')];
    expect(drawTable(outcomes).split('\n')).toEqual([
      '              row         ours  peer  unit  ratio  limit',
      'ok            open         125   100  ms    1.25x  1.25x',
      '    7 rounds',
      'missed        responsive    17     -  ms        -  16 ms',
      '    7 rounds',
      'NOT MEASURED  scroll',
      '    No grid',
    ]);
  });
});
