import { launchBrowser, type HostBrowser, type LaunchOptions } from './browser.ts';

let browser: Promise<HostBrowser> | undefined;
let launchedPolicy: string | undefined;

/** The one Chromium, started with the first window: what that wants is known by then and can be set at no later moment. */
export function openBrowser(options: LaunchOptions): Promise<HostBrowser> {
  if (launchedPolicy !== undefined && launchedPolicy !== options.webRtcPolicy) {
    throw new Error('The Chromium host has one WebRTC policy for all windows');
  }
  launchedPolicy = options.webRtcPolicy;
  return (browser ??= launchBrowser(options));
}

/** The one Chromium, when it has been started. */
export function findBrowser(): Promise<HostBrowser | undefined> {
  return browser ?? Promise.resolve(undefined);
}

/** Ends Chromium, when there is one. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}
