import { en } from '../../shared/locales/en.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { ItemExport } from './item-export.ts';

/** A file that is to be written, as the system's dialog asks for it. */
export interface NewFileWish {
  readonly title: string;
  /** What it is called at first, without its ending. */
  readonly name: string;
  readonly kind: string;
  readonly extension: string;
}

/** The system's own ways of asking for files and showing them. Each question is answered null by who thinks better of it. */
export interface FileDialogs {
  readonly chooseNewFile: (wish: NewFileWish) => Promise<string | null>;
  readonly showFile: (path: string) => null;
}

export interface ExchangeServicesOptions {
  readonly library: RemoteLibrary;
  readonly dialogs: FileDialogs;
}

export interface ExchangeServices {
  readonly itemExport: ItemExport;
}

/** What of the library goes into files and comes back from them. */
export function createExchangeServices({ library, dialogs }: ExchangeServicesOptions): ExchangeServices {
  const { fileTitle, fileName, formats } = en.window.exporting;
  return {
    itemExport: new ItemExport({
      library,
      chooseFile: ({ format, title }) =>
        dialogs.chooseNewFile({
          title: fileTitle,
          name: fileName.replace('{title}', () => toFileName(title)),
          kind: formats[format],
          extension: format,
        }),
      showFile: (path) => dialogs.showFile(path),
    }),
  };
}

/** What no file system takes offence at. */
function toFileName(title: string): string {
  return title
    .toWellFormed()
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .replace(/[. ]+$/, '');
}
