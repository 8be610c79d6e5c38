import type { OnBeforeRequestListenerDetails, WebRequest } from 'electron';
import { named } from './missing.ts';

type Listener = Parameters<WebRequest['onBeforeRequest']>[0];
type ResourceType = OnBeforeRequestListenerDetails['resourceType'];

const resourceTypes: Readonly<Record<string, ResourceType>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};
let lastId = 0;

/** Asks the app about every request of one partition. */
export class HostWebRequest {
  private listener: Listener | null = null;

  onBeforeRequest(listener: Listener | null): void {
    if (listener !== null && typeof listener !== 'function')
      throw new Error('The Chromium host has no electron.session.webRequest filter');
    this.listener = listener;
  }

  /** Whether a request may go out. `kind` is Chromium's name for what is asked for, or Electron's for a document. */
  isAllowed(url: string, kind: string): Promise<boolean> {
    const { listener } = this;
    if (!listener) return Promise.resolve(true);
    const isDocument = kind === 'mainFrame' || kind === 'subFrame';
    const resourceType = isDocument ? kind : (resourceTypes[kind] ?? 'other');
    const details = named('webRequest details', { id: ++lastId, url, resourceType });
    return new Promise((resolve) =>
      listener(details as OnBeforeRequestListenerDetails, ({ cancel }) => resolve(!cancel)),
    );
  }
}
