// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { UndoState, UndoStep } from '../../shared/undo.ts';
import { useUndoCommands } from '../../renderer/features/undo/useUndoCommands.ts';
import { installBridge } from './fake-bridge.ts';

const scope = effectScope();
afterEach(() => document.body.replaceChildren());

const step = (id: number): UndoStep => ({
  id,
  at: 1,
  name: { kind: 'createCollection', collection: 'Hats' },
});

async function start(state: UndoState = { undo: null, redo: null }) {
  const typed = vi.fn(() => true);
  Object.defineProperty(document, 'execCommand', { value: typed, configurable: true });
  const sent: (number | null)[] = [];
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [], scope: null }),
    'undo.state': () => state,
    'undo.undo': (input) => (sent.push(input.step), { undo: null, redo: step(9) }),
    'undo.redo': (input) => (sent.push(input.step), { undo: null, redo: null }),
  });
  setActivePinia(createPinia());
  scope.run(useUndoCommands);
  await flushPromises();
  return { bridge, typed, sent };
}

function focusField(): HTMLInputElement {
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  return field;
}

describe('the command to undo', () => {
  it('a change of the collections taken back by whoever only mistyped', async () => {
    const { bridge, typed } = await start();
    const field = focusField();
    bridge.emit('menu.chosen', { command: 'undo' });
    await flushPromises();
    expect(typed).toHaveBeenCalledWith('undo');
    expect(bridge.asked).not.toContain('undo.undo');
    // Some systems give the keys to the menu too, unless the page keeps them.
    const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    field.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  it('nothing taken back where nobody types', async () => {
    const { bridge, typed } = await start();
    bridge.emit('menu.chosen', { command: 'undo' });
    await flushPromises();
    expect(typed).not.toHaveBeenCalled();
    expect(bridge.asked).toContain('undo.undo');
  });

  it('whatever is last taken back or made again, and not the step that was named', async () => {
    const { bridge, sent } = await start({ undo: step(4), redo: null });
    bridge.emit('undo.changed', { undo: step(3), redo: null });
    for (const command of ['undo', 'redo'] as const) bridge.emit('menu.chosen', { command });
    await flushPromises();
    expect(sent).toEqual([3, 9]);
  });
});
