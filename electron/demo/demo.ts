import type { FoundAccount } from '../library/account-store.ts';
import type { Connection } from '../roblox/connection.ts';
import { robloxOrigin } from '../roblox/origin.ts';
import type { DemoRoblox } from './demo-roblox.ts';
import { defaultIdBase, firstUserId } from './ids.ts';
import type { PastDay } from './past.ts';

const imageOrigin = 'https://tr.rbxcdn.com';
// Nobody is kept waiting for an allowance that protects no server.
const limitFactor = 20;

/** The demo accounts' way to a Roblox of their own, in this process: same requests, no network. Loaded when used. */
export class Demo {
  #roblox: Promise<DemoRoblox> | undefined;

  /** In whose name the demo's pictures are asked for. */
  readonly pictureOwner = firstUserId;

  readonly connection: Connection = {
    name: 'demo',
    hostName: 'demo',
    origin: robloxOrigin,
    transport: async (request) => (await this.#load()).fetch(request),
  };

  /** Whether an account, or the thing behind an id, is the demo's: its ids are beyond all of Roblox's. */
  owns(id: number): boolean {
    return id >= defaultIdBase;
  }

  /** The demo's accounts; `hold` is given the session of each that has one. */
  async open(hold: (accountId: number, session: string) => void): Promise<readonly FoundAccount[]> {
    const roblox = await this.#load();
    for (const { userId } of roblox.accounts) {
      const session = roblox.sessionOf(userId);
      if (session) hold(userId, session);
    }
    return roblox.accounts.map(({ userId, name, displayName }) => ({
      id: userId,
      kind: 'demo',
      username: name,
      displayName,
      visibility: 'unknown',
      isBanned: false,
    }));
  }

  /** What an account of the demo had before `end`, day by day: made up like the account itself. */
  async *past(accountId: number, end: number): AsyncGenerator<PastDay> {
    const [{ accounts }, { pastOf }] = await Promise.all([this.#load(), import('./past.ts')]);
    const account = accounts.find(({ userId }) => userId === accountId);
    if (account) yield* pastOf(account, end);
  }

  /** A list of items to ask its accounts about. */
  async example(): Promise<string> {
    const [{ exampleList }, { accounts }] = await Promise.all([import('./example-list.ts'), this.#load()]);
    return exampleList(accounts);
  }

  #load(): Promise<DemoRoblox> {
    this.#roblox ??= import('./demo-roblox.ts').then(({ createDemoRoblox }) =>
      createDemoRoblox({ imageOrigin, limitFactor }),
    );
    return this.#roblox;
  }
}
