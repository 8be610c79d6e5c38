import type { StorageProblem } from '../../shared/storage.ts';
import type { FileTrouble } from '../library/library.ts';

export interface StorageHealthOptions {
  readonly now: () => number;
  readonly onChanged: (problems: readonly StorageProblem[]) => void;
}

/** Which of the library's files cannot be written, and since when. */
export class StorageHealth {
  readonly #options: StorageHealthOptions;
  readonly #problems = new Map<StorageProblem['file'], StorageProblem>();

  constructor(options: StorageHealthOptions) {
    this.#options = options;
  }

  /** What cannot be fetched again comes first. */
  get problems(): readonly StorageProblem[] {
    return [...this.#problems.values()].toSorted((one, other) => other.file.localeCompare(one.file));
  }

  note({ file, code }: FileTrouble): void {
    if (code === null) this.#problems.delete(file);
    else this.#problems.set(file, { file, code, since: this.#options.now() });
    this.#options.onChanged(this.problems);
  }
}
