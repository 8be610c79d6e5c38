import type { Vault } from '../../electron/accounts/vault.ts';
import { AppError } from '../../shared/errors.ts';

/** A keychain in memory: what it holds can be read and edited, and it can be made to fail. */
export class MemoryVault implements Vault {
  readonly entries = new Map<number, string>();
  /** Every write and removal, in order. */
  readonly changes: string[] = [];
  isUnavailable = false;

  read(accountId: number): Promise<string | null> {
    return this.#unlessUnavailable(() => this.entries.get(accountId) ?? null);
  }

  write(accountId: number, secret: string): Promise<void> {
    return this.#unlessUnavailable(() => {
      this.entries.set(accountId, secret);
      this.changes.push(`write ${accountId} ${secret}`);
    });
  }

  remove(accountId: number): Promise<void> {
    return this.#unlessUnavailable(() => {
      this.entries.delete(accountId);
      this.changes.push(`remove ${accountId}`);
    });
  }

  async #unlessUnavailable<T>(task: () => T): Promise<T> {
    // A real keychain answers later, too.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.isUnavailable) throw new AppError('keychainUnavailable', 'The keychain is locked');
    return task();
  }
}
