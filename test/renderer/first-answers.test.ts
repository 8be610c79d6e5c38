// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { questionKey } from '../../shared/first-answers.ts';
import { installBridge } from './fake-bridge.ts';

const status = { ok: true, data: { version: 'from the document' } };

/** The door out as a page has it that came with one answer. */
async function open() {
  vi.resetModules();
  const answers = JSON.stringify({ [questionKey('app.status', {})]: status });
  document.body.innerHTML = `<script type="application/json" id="first-answers">${answers}</script>`;
  const bridge = installBridge({ 'app.status': () => ({ version: 'asked' }) as never });
  return { ...(await import('../../renderer/ipc.ts')), bridge };
}

beforeEach(() => (document.body.innerHTML = ''));

describe('first answers', () => {
  it('a question asked whose answer came with the document', async () => {
    const { request, bridge } = await open();
    expect(await request('app.status', {})).toEqual(status.data);
    expect(bridge.asked).toEqual([]);
  });

  it('an answer from before the news used after them', async () => {
    const { request, listen, bridge } = await open();
    listen('accounts.changed', () => undefined);
    bridge.emit('accounts.changed', { accounts: [], scope: null });
    expect(await request('app.status', {})).toEqual({ version: 'asked' });
  });

  it('an answer missed for the order in which a question names its parts', () => {
    const one = questionKey('categories.refresh', { scope: 7, isForced: true });
    expect(questionKey('categories.refresh', { isForced: true, scope: 7 })).toBe(one);
    expect(questionKey('categories.refresh', { isForced: false, scope: 7 })).not.toBe(one);
  });
});
