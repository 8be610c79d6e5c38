// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it, onTestFinished } from 'vitest';
import AskBar from '../../renderer/features/ownership/AskBar.vue';
import { i18n } from '../../renderer/i18n.ts';
import type { OwnershipCell, OwnershipProgress } from '../../shared/ownership.ts';
import { installBridge } from './fake-bridge.ts';

const at = Date.now();
const owned: OwnershipCell = { state: 'owned', at, copies: 1, code: null };
const notOwned: OwnershipCell = { ...owned, state: 'notOwned', copies: 0 };
const failed: OwnershipCell = { ...notOwned, state: 'failed', at: null, code: 'assetNotFound' };
const hidden: OwnershipCell = { ...failed, state: 'hidden', code: 'inventoryHidden' };
const unconfirmed: OwnershipCell = { ...notOwned, code: 'assetNotFound' };

const idle: OwnershipProgress = {
  ...{ phase: { kind: 'idle' }, total: 1, dealtWith: 0, failed: 0, perMinute: null, minutesLeft: null },
};
const running: OwnershipProgress = { ...idle, phase: { kind: 'running' } };

function showBar(cells: readonly OwnershipCell[]) {
  const { emit } = installBridge({
    'ownership.start': () => running,
    'ownership.cancel': () => idle,
  });
  setActivePinia(createPinia());
  const columns = [{ accountId: 7, cells, trouble: null }];
  const bar = mount(AskBar, { props: { columns }, global: { plugins: [i18n] }, attachTo: document.body });
  onTestFinished(() => bar.unmount());
  const tell = async (progress: OwnershipProgress) => {
    emit('ownership.changed', { progress, cells: [], isListChanged: false });
    await flushPromises();
  };
  return { bar, tell };
}

function wordsOf(cells: readonly OwnershipCell[]): string {
  return showBar(cells).bar.get('[data-testid="ask-words"]').text();
}

describe('what is known of the list, where nothing is asked', () => {
  it('more answers told than there are questions', () => {
    const words = wordsOf([owned, notOwned, unconfirmed, failed, failed, hidden]);
    expect(words).toContain('3 of 6 answers are there');
    expect(words).toContain('2 without an answer');
    expect(words).toContain('1 known from before got no new answer');
    expect(words).toContain('1 in hidden inventories');
  });

  it('a part told as all of it, or all of it as a part', () => {
    expect(wordsOf([owned, unconfirmed])).toContain('All 2 answers are there');
    expect(wordsOf([owned, failed])).not.toContain('All');
    expect(wordsOf([owned, { ...failed, state: 'unknown' }])).toContain('1 of 2 answers are not there yet');
  });
});

describe('asking by the keyboard alone', () => {
  it('the focus on nothing once asking has begun, is paused, or is stopped', async () => {
    const { bar, tell } = showBar([{ ...failed, state: 'unknown' }]);
    bar.get<HTMLElement>('[data-testid="ask-start"]').element.focus();
    await bar.get('[data-testid="ask-start"]').trigger('click');
    await flushPromises();
    expect(document.activeElement?.getAttribute('data-testid')).toBe('ask-pause');
    await tell({ ...idle, phase: { kind: 'paused' } });
    expect(document.activeElement?.getAttribute('data-testid')).toBe('ask-start');
    bar.get<HTMLElement>('[data-testid="ask-cancel"]').element.focus();
    await bar.get('[data-testid="ask-cancel"]').trigger('click');
    await flushPromises();
    expect(document.activeElement?.getAttribute('data-testid')).toBe('ask-start');
  });

  it('how it stood before told as news, or news not told', async () => {
    const { bar, tell } = showBar([owned]);
    const news = () => bar.get('[role="status"]').text();
    await tell(idle);
    expect(news()).toBe('');
    await tell(running);
    expect(news()).toBe('Asking Roblox about 1 answers.');
    await tell({ ...idle, phase: { kind: 'done', at } });
    expect(news()).toBe('Asking is done.');
  });
});
