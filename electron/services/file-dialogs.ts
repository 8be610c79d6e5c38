/** A file that is to be written, as the system's dialog asks for it. */
export interface NewFileWish {
  readonly title: string;
  /** What it is called at first, without its ending. */
  readonly name: string;
  readonly kind: string;
  readonly extension: string;
}

/** A file that is there, as the system's dialog asks for it. */
export interface KnownFileWish extends Pick<NewFileWish, 'title' | 'kind'> {
  readonly extensions: readonly string[];
}

/** The system's own ways of asking for files and showing them. Each question is answered null by who thinks better of it. */
export interface FileDialogs {
  readonly chooseNewFile: (wish: NewFileWish) => Promise<string | null>;
  readonly showFile: (path: string) => null;
  readonly chooseFile: (wish: KnownFileWish) => Promise<string | null>;
  readonly chooseFolder: (title: string) => Promise<string | null>;
  readonly openFolder: (path: string) => Promise<null>;
  /** Ends Satchel and starts it again. */
  readonly relaunch: () => void;
}
