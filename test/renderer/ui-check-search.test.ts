// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import UiCheckSearch from '../../renderer/ui/UiCheckSearch.vue';

const choices = Array.from({ length: 120 }, (_, index) => ({
  id: String(index),
  label: `Hats › Box ${index}`,
}));

async function open(modelValue: readonly string[]) {
  const list = mount(UiCheckSearch, {
    props: {
      ...{ label: 'In collection', words: 'Any', searchLabel: 'Find', testId: 'find' },
      ...{ choices, modelValue, wordMore: (number: string) => `${number} more` },
      'onUpdate:modelValue': (now: readonly string[]) => list.setProps({ modelValue: now }),
    },
  });
  await list.get('button').trigger('click');
  const lines = () => list.findAll('[data-testid="find-line"]').map((line) => line.text());
  return { list, lines };
}

describe('a list to choose from that is longer than a menu', () => {
  it('all of it shown at once, or what is chosen of it out of sight', async () => {
    const { list, lines } = await open(['99']);
    expect(lines()).toHaveLength(50);
    expect(lines()[0]).toBe('Hats › Box 99');
    expect(list.text()).toContain('70 more');
  });

  it('one that cannot be found by its words, or is moved away while it is chosen', async () => {
    const { list, lines } = await open([]);
    await list.get('input[type="text"]').setValue('11 hats');
    expect(lines()).toEqual(
      [11, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119].map((id) => `Hats › Box ${id}`),
    );
    await list.findAll('input[type="checkbox"]')[2]?.setValue(true);
    expect(list.props('modelValue')).toEqual(['111']);
    expect(lines()[2]).toBe('Hats › Box 111');
    await list.findAll('input[type="checkbox"]')[2]?.setValue(false);
    expect(list.props('modelValue')).toEqual([]);
    await list.get('button').trigger('click');
    await nextTick();
    expect(lines()).toEqual([]);
  });
});
