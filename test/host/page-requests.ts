import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { toElectron } from './addresses.ts';
import { invoke } from './ipc-main.ts';
import { chooseAccelerator } from './menu.ts';
import { named } from './missing.ts';
import { setSystemColorScheme } from './native-theme.ts';
import type { FromPage, ToPage } from './page/messages.ts';
import type { HostSession } from './host-session.ts';

/** Where a message comes from, and how to react to it. */
export type Asker = {
  contents: WebContents;
  session: HostSession;
  /** The origin of the document that asks, as Chromium knows it. */
  chromiumOrigin: string;
  reply(message: ToPage): void;
  openWindow(wanted: FromPage & { type: 'openWindow' }): void;
  showTitle(title: string): void;
};

/** Carries out what the preload's world of a page asks. */
export async function answerPage(message: FromPage, asker: Asker): Promise<void> {
  switch (message.type) {
    case 'invoke':
      asker.reply({
        type: 'answer',
        id: message.id,
        ...(await invoke(createEvent(asker), message.channel, message.args)),
      });
      break;
    case 'permission':
      await asker.session.decide(message.kind, message.permission, asker.contents, asker.chromiumOrigin);
      asker.reply({ type: 'answer', id: message.id });
      break;
    case 'accelerator':
      chooseAccelerator(message.index);
      break;
    case 'openWindow':
      asker.openWindow(message);
      break;
    case 'colorScheme':
      setSystemColorScheme(message.isDark);
      break;
    case 'title':
      asker.showTitle(message.title);
  }
}

/** Messages come from the top frame only, so its parent is always null. */
function createEvent({ contents, chromiumOrigin }: Asker): IpcMainInvokeEvent {
  const frame = { origin: toElectron(chromiumOrigin), url: contents.getURL(), parent: null };
  const event = { type: 'frame', sender: contents, senderFrame: named('senderFrame', frame) };
  return named('IpcMainInvokeEvent', event) as unknown as IpcMainInvokeEvent;
}
