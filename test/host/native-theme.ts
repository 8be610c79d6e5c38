import type { NativeTheme } from 'electron';
import type { Page } from 'playwright';
import { HostEmitter, named } from './missing.ts';

const pages = new Set<Page>();
let isSystemDark = false;

class HostNativeTheme
  extends HostEmitter
  implements Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  private source: NativeTheme['themeSource'] = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? isSystemDark : this.source === 'dark';
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.source) return;
    this.source = source;
    for (const page of pages) void showColorScheme(page);
    this.emit('updated');
  }
}

const host = new HostNativeTheme();

/** What the app's code gets as `electron.nativeTheme`. Until the first page has told, the system counts as light. */
export const nativeTheme = named('nativeTheme', host);

/** What a page found the system to prefer. */
export function setSystemColorScheme(isDark: boolean): void {
  if (host.themeSource !== 'system' || isDark === isSystemDark) return;
  isSystemDark = isDark;
  host.emit('updated');
}

/** Makes a page follow `themeSource` from now on. */
export async function showColorScheme(page: Page): Promise<void> {
  if (!pages.has(page)) {
    pages.add(page);
    page.on('close', () => pages.delete(page));
  }
  const { themeSource } = host;
  await page.emulateMedia({ colorScheme: themeSource === 'system' ? null : themeSource });
}
