import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventoryV1 } from '../../electron/roblox/services.ts';
import type { Result } from '../../shared/errors.ts';
import type { LedgerEntry } from '../../shared/activity.ts';
import type { App } from '../e2e/launch-app.ts';
import type { ScrollTrace } from './scroll-trace.ts';

export interface Step {
  readonly number: number;
  readonly title: string;
  readonly screenshot: string;
  readonly seconds: number;
}

export interface Report {
  readonly steps: readonly Step[];
  /** The ten of Inventory v1, as the app's own client counted them. */
  readonly endpoints: readonly {
    name: string;
    method: string;
    path: string;
    calls: number;
    lastStatus: number | null;
  }[];
  /** Down through pictures the demo draws on the way, then back up over them. */
  readonly scroll: ScrollTrace;
  readonly scrollBack: ScrollTrace;
  /** Requests that went out when a category seen before was opened again. */
  readonly requestsToReopenCategory: number | null;
  readonly host: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly problems: readonly string[];
}

/** What the app's client has counted so far. The page asks by the same door as the app itself. */
export async function readLedger({ page }: App): Promise<readonly LedgerEntry[]> {
  const result = (await page.evaluate(() => {
    const { satchel } = globalThis as unknown as {
      satchel: { request(name: string, input: object): Promise<unknown> };
    };
    return satchel.request('ledger.list', {});
  })) as Result<LedgerEntry[]>;
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

export async function countRequests(app: App): Promise<number> {
  return (await readLedger(app)).reduce((total, { calls }) => total + calls, 0);
}

/** The ten endpoints with their counts; one that was never called has 0. */
export async function inventoryCalls(app: App): Promise<Report['endpoints']> {
  const ledger = await readLedger(app);
  return inventoryV1.map(({ service, name, endpoint }) => {
    const entry = ledger.find((one) => one.service === service && one.name === name);
    const { method, path } = endpoint;
    return { name, method, path, calls: entry?.calls ?? 0, lastStatus: entry?.lastStatus ?? null };
  });
}

export function writeReport(folder: string, report: Report): void {
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
}
