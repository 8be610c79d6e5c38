import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { OutboxNews } from '../../electron/services/outbox-news.ts';
import { sampleChange } from '../support/sample-changes.ts';

function start() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const told: { name: string; payload: unknown }[] = [];
  const news = new OutboxNews((name, payload) => told.push({ name, payload }));
  const ofOutbox = () => told.flatMap(({ name, payload }) => (name === 'outbox.changed' ? [payload] : []));
  return { news, told, ofOutbox };
}

describe('news of the outbox', () => {
  it('the first change told late, or the collection it is in not told of', () => {
    const { news, told } = start();
    news.note(7, []);
    expect(told).toEqual([
      { name: 'outbox.changed', payload: { accountId: 7, refused: [] } },
      { name: 'profileCollection.changed', payload: { accountId: 7 } },
    ]);
  });

  it('each change of a burst making every view read again, or its last never told', () => {
    const { news, ofOutbox } = start();
    for (let change = 0; change < 95; change += 1) {
      news.note(7, []);
      vi.advanceTimersByTime(10);
    }
    const during = ofOutbox().length;
    expect(during).toBeGreaterThan(1);
    expect(during).toBeLessThan(10);
    vi.runAllTimers();
    expect(ofOutbox()).toHaveLength(during + 1);
  });

  it('a refusal lost in a burst, told twice, or told of another account', () => {
    const { news, ofOutbox } = start();
    const [hat, cape] = [sampleChange(1, 'Hat'), sampleChange(2, 'Cape')];
    news.note(7, []);
    news.note(7, [hat]);
    news.note(7, []);
    news.note(7, [cape]);
    news.note(8, []);
    vi.runAllTimers();
    expect(ofOutbox()).toEqual([
      { accountId: 7, refused: [] },
      { accountId: 8, refused: [] },
      { accountId: 7, refused: [hat, cape] },
    ]);
  });

  it('somebody told after the end', () => {
    const { news, ofOutbox } = start();
    news.note(7, []);
    news.note(7, []);
    news.close();
    vi.runAllTimers();
    expect(ofOutbox()).toHaveLength(1);
  });
});
