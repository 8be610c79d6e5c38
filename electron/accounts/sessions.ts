import type { Sessions } from '../roblox/connection.ts';

/** Sessions held for this run only, in main's memory: the demo's own, and one lent for a stand-in server. */
export class RunSessions implements Sessions {
  readonly #sessions = new Map<number, string>();

  read(accountId: number): Promise<string | undefined> {
    return Promise.resolve(this.#sessions.get(accountId));
  }

  replace(accountId: number, session: string): Promise<void> {
    this.#sessions.set(accountId, session);
    return Promise.resolve();
  }

  has(accountId: number): boolean {
    return this.#sessions.has(accountId);
  }

  remove(accountId: number): void {
    this.#sessions.delete(accountId);
  }
}
