// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { useGridKeys } from '../../renderer/ui/useGridKeys.ts';

// 23 cells in rows of 5: the last row holds 3.
function press(active: number, key: string, modifiers: KeyboardEventInit = {}, columns = 5) {
  const told: string[] = [];
  const onKeydown = useGridKeys({
    active: () => active,
    total: () => 23,
    columns: () => columns,
    pageRows: () => 2,
    moveTo: (index) => told.push(`to ${index}`),
    choose: (index, mode) => told.push(`${mode} ${index}`),
    open: (index) => told.push(`open ${index}`),
    openPage: (index) => told.push(`page ${index}`),
  });
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers });
  onKeydown(event);
  return event.defaultPrevented ? told.join(', ') : 'left alone';
}

describe('the keyboard in a grid', () => {
  it.each([
    [7, 'ArrowUp', 'to 2'],
    [2, 'ArrowUp', 'to 2'],
    [19, 'ArrowDown', 'to 22'],
    [7, 'Home', 'to 5'],
    [7, 'End', 'to 9'],
    [21, 'End', 'to 22'],
    [12, 'PageUp', 'to 2'],
    [12, 'PageDown', 'to 22'],
    [0, 'ArrowLeft', 'to 0'],
    [3, 'Enter', 'open 3'],
    [3, ' ', 'toggle 3'],
    [3, 'x', 'left alone'],
  ])('from %i, %s', (active, key, told) => {
    expect(press(active, key)).toBe(told);
  });

  it('with modifiers', () => {
    expect(press(7, 'Home', { ctrlKey: true })).toBe('to 0');
    expect(press(7, 'ArrowRight', { shiftKey: true })).toBe('to 8, range 8');
    expect(press(7, 'a', { ctrlKey: true })).toBe('all 7');
    expect(press(7, 'Enter', { ctrlKey: true })).toBe('page 7');
    expect(press(7, 'A', { ctrlKey: true, shiftKey: true })).toBe('left alone');
  });
});

describe('the keyboard in a table', () => {
  it.each([
    [7, 'ArrowUp', 'to 6'],
    [22, 'ArrowDown', 'to 22'],
    [7, 'Home', 'to 0'],
    [7, 'End', 'to 22'],
    [12, 'PageDown', 'to 14'],
    [7, 'ArrowRight', 'left alone'],
    [7, 'ArrowLeft', 'left alone'],
  ])('from line %i, %s', (active, key, told) => {
    expect(press(active, key, {}, 1)).toBe(told);
  });
});
