import { randomUUID } from 'node:crypto';
import type { CDPSession } from 'playwright';
import type { FromPage, ToPage } from './page/messages.ts';
import { mainWorldSource, preloadWorldSource, type WorldNames } from './page/source.ts';

const worldName = 'Electron Isolated Context';

/** The line between the main process and the preload's world of one window. */
export type PageLink = {
  /** Reaches the document now in the window, or nobody when there is none yet. */
  send: (message: ToPage) => void;
};

type LinkEvents = {
  onMessage: (message: FromPage, chromiumOrigin: string) => void;
  /** A new document is there, its preload has run, and `send` reaches it. */
  onDocument: () => void;
};

/** Puts the preload into every document of the page, in a world of its own, and listens to it. */
export async function linkPage(
  cdp: CDPSession,
  preload: string,
  { onMessage, onDocument }: LinkEvents,
): Promise<PageLink> {
  const names = newNames();
  let context: { id: number; origin: string } | undefined;

  cdp.on('Runtime.executionContextCreated', ({ context: created }) => {
    if (created.name !== worldName || !isMainFrame(created.auxData)) return;
    context = { id: created.id, origin: created.origin };
    onDocument();
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (context?.id === executionContextId) context = undefined;
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== names.binding || executionContextId !== context?.id) return;
    onMessage(JSON.parse(payload) as FromPage, context.origin);
  });
  const { frameTree } = await cdp.send('Page.getFrameTree');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: names.binding, executionContextName: worldName });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(names) });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadWorldSource(names, preload),
    worldName,
  });

  return {
    send(message) {
      if (!context) return;
      const expression = `globalThis[${JSON.stringify(names.receive)}](${JSON.stringify(message)})`;
      // A document that has gone meanwhile needs no message.
      cdp.send('Runtime.evaluate', { expression, contextId: context.id }).catch(() => undefined);
    },
  };

  function isMainFrame(auxData: unknown): boolean {
    return (auxData as { frameId?: string } | undefined)?.frameId === frameTree.frame.id;
  }
}

function newNames(): WorldNames {
  const [toMain, toPreload, binding, receive] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  return { toMain, toPreload, binding, receive };
}
