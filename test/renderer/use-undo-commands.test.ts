// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { useUndoCommands } from '../../renderer/features/undo/useUndoCommands.ts';
import { installBridge } from './fake-bridge.ts';

const scope = effectScope();
afterEach(() => document.body.replaceChildren());

async function start() {
  const typed = vi.fn(() => true);
  Object.defineProperty(document, 'execCommand', { value: typed, configurable: true });
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [], scope: null }),
    'undo.state': () => ({ undo: null, redo: null }),
    'undo.undo': () => ({ undo: null, redo: null }),
  });
  setActivePinia(createPinia());
  scope.run(useUndoCommands);
  await flushPromises();
  return { bridge, typed };
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
});
