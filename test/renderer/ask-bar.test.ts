// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import AskBar from '../../renderer/features/ownership/AskBar.vue';
import { i18n } from '../../renderer/i18n.ts';
import type { OwnershipCell } from '../../shared/ownership.ts';
import { installBridge } from './fake-bridge.ts';

const at = Date.now();
const owned: OwnershipCell = { state: 'owned', at, copies: 1, code: null };
const notOwned: OwnershipCell = { ...owned, state: 'notOwned', copies: 0 };
const failed: OwnershipCell = { ...notOwned, state: 'failed', at: null, code: 'assetNotFound' };
const hidden: OwnershipCell = { ...failed, state: 'hidden', code: 'inventoryHidden' };
const unconfirmed: OwnershipCell = { ...notOwned, code: 'assetNotFound' };

function wordsOf(cells: readonly OwnershipCell[]): string {
  installBridge({});
  setActivePinia(createPinia());
  const columns = [{ accountId: 7, cells, trouble: null }];
  const bar = mount(AskBar, { props: { columns }, global: { plugins: [i18n] } });
  return bar.get('[data-testid="ask-words"]').text();
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
