// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { questionKey } from '../../shared/first-answers.ts';
import { installBridge } from './fake-bridge.ts';

async function open(answers: object) {
  vi.resetModules();
  document.body.innerHTML = `<script type="application/json" id="first-answers">${JSON.stringify(answers)}</script>`;
  const bridge = installBridge({
    'refresh.state': () => ({ accounts: [] }),
    'app.status': () => ({}) as never,
  });
  return {
    bridge,
    ...(await import('../../renderer/ipc.ts')),
    ...(await import('../../renderer/first-screen.ts')),
  };
}

const known = { [questionKey('app.status', {})]: { ok: true, data: {} } };

describe('the first screen', () => {
  it('other questions on their way before it is painted, or never asked', async () => {
    const { bridge, request, beginFirstScreen, isFirstScreenComing } = await open(known);
    const painted = beginFirstScreen();
    const asked = request('refresh.state', {});
    await request('app.status', {});
    expect(bridge.asked).toEqual([]);
    expect(isFirstScreenComing.value).toBe(true);
    await painted;
    await asked;
    expect(bridge.asked).toEqual(['refresh.state']);
    expect(isFirstScreenComing.value).toBe(false);
    // What came with the document was for the first screen alone.
    await request('app.status', {});
    expect(bridge.asked).toEqual(['refresh.state', 'app.status']);
  });

  it('questions kept waiting for a paint that waits for them: nothing came with the document', async () => {
    const { bridge, request, beginFirstScreen } = await open({});
    const painted = beginFirstScreen();
    const asked = request('refresh.state', {});
    expect(bridge.asked).toEqual(['refresh.state']);
    await Promise.all([painted, asked]);
  });
});
