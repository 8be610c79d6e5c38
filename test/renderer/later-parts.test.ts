// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import {
  laterModule,
  laterPart,
  laterView,
  loadLaterParts,
  onPartMissing,
} from '../../renderer/later-parts.ts';

const Panel = defineComponent({ setup: () => () => h('p', 'panel') });

vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));

describe('a part that is loaded later', () => {
  it('nothing in its place for good, or an attribute that does not reach it', async () => {
    const Later = laterPart(() => Promise.resolve({ default: Panel }));
    const part = mount(() => h(Later, { 'data-testid': 'panel' }));
    await flushPromises();
    expect(part.html()).toBe('<p data-testid="panel">panel</p>');
  });

  it('a gap at the first showing of what is loaded already: a panel would have nothing to focus', async () => {
    const Later = laterPart(() => Promise.resolve({ default: Panel }));
    await loadLaterParts();
    expect(mount(() => h(Later)).html()).toBe('<p>panel</p>');
  });

  it('a part made anew for each component that has it, and kept with it for good', () => {
    const ofEach = () => h(laterPart(() => Promise.resolve({ default: Panel })));
    expect(() => mount({ setup: () => ofEach })).toThrow('belongs to its file');
  });

  it('code that is wanted soon kept waiting for its turn', async () => {
    const { whenThere, hurry } = laterModule(() => Promise.resolve('code'));
    hurry();
    expect(await whenThere).toBe('code');
  });

  it('a file that cannot be read told to nobody, told when nobody wants it, or not asked for again', async () => {
    let tries = 0;
    let told = 0;
    onPartMissing(() => (told += 1));
    const load = laterView(() => {
      tries += 1;
      return tries < 3 ? Promise.reject(new Error('gone')) : Promise.resolve({ default: Panel });
    });
    await loadLaterParts();
    expect([tries, told]).toEqual([1, 0]);
    await expect(load()).rejects.toThrow('gone');
    expect(told).toBe(1);
    expect(await load()).toBe(Panel);
    expect(told).toBe(1);
  });
});
