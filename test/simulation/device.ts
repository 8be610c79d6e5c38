import { join } from 'node:path';
import { RunSessions } from '../../electron/accounts/run-sessions.ts';
import { Database } from '../../electron/library/database.ts';
import { keepMigrations } from '../../electron/library/keep-schema.ts';
import type { DueChange } from '../../electron/library/outbox/change-rows.ts';
import { Memberships } from '../../electron/library/outbox/memberships.ts';
import { Outbox } from '../../electron/library/outbox/outbox.ts';
import { ProfileSteps } from '../../electron/library/outbox/profile-steps.ts';
import { UndoLog } from '../../electron/library/undo-log.ts';
import { Sendings } from '../../electron/library/outbox/sendings.ts';
import { AppError } from '../../shared/errors.ts';
import type { ItemRef } from '../../shared/items.ts';
import type { ChangeState, Wish } from '../../shared/outbox.ts';
import { wantedItems } from '../../electron/library/outbox/wanted-items.ts';
import type { Remote, RemoteLibrary } from '../../electron/library/remote-library.ts';
import type { Clock } from '../../electron/roblox/clock.ts';
import type { Transport } from '../../electron/roblox/connection.ts';
import type { BudgetStore } from '../../electron/roblox/scheduler.ts';
import { Ledger } from '../../electron/roblox/ledger.ts';
import { ProfileOutbox } from '../../electron/sync/outbox/profile-outbox.ts';
import { readCollection } from '../../electron/sync/outbox/profile-wire.ts';
import { CountingClient } from './counting-client.ts';
import { simOrigin } from './sim-requests.ts';

export function asAsset(id: number): ItemRef {
  return { type: 'Asset', id };
}

/** A change as the file keeps it. */
export interface KeptChange {
  readonly account_id: number;
  readonly item_id: number;
  readonly sequence: number;
  readonly wish: Wish;
  readonly state: ChangeState;
  readonly sent: Wish | null;
}

export interface DeviceOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly transport: Transport;
  readonly isOffline: () => boolean;
  readonly budgets: BudgetStore;
  /** Told of each call of the library before it is carried out: true ends the run here, as a kill would. */
  readonly isKilled: () => boolean;
  /** Asked before each step of a sending is written: true fails it, as a full disk would. */
  readonly isDiskFull: () => boolean;
  /** Told whether what came of an account's request is on the disk now: the outcome for an item, or, without one, a pause. */
  readonly onWritten: (accountId: number, item: number | null, isWritten: boolean) => void;
  /** Told when the run looks up how long an account's changes have to rest. */
  readonly onPauseLookedUp: (accountId: number) => void;
}

/** One run of Satchel's outbox, from its start to its end: the app's own classes on a real file. */
export class Device {
  readonly outbox: ProfileOutbox;
  readonly sessions = new RunSessions();
  readonly #options: DeviceOptions;
  readonly #keep: Database;
  readonly #memberships: Memberships;
  readonly #client: CountingClient;
  isOver = false;

  constructor(options: DeviceOptions) {
    this.#options = options;
    const { clock, isOffline, random, transport } = options;
    this.#keep = new Database({
      path: join(options.folder, 'keep.db'),
      migrations: keepMigrations,
      isRebuildable: false,
      synchronous: 'FULL',
      onSetAside: () => undefined,
    });
    this.#memberships = new Memberships(this.#keep);
    const parts = { database: this.#keep, memberships: this.#memberships };
    const nothing = () => undefined;
    const connection = { name: 'network', origin: simOrigin, transport };
    this.#client = new CountingClient({
      ...{
        sessions: this.sessions,
        ledger: new Ledger(() => clock.now()),
        version: '0.0.0',
        now: () => clock.now(),
        clock,
      },
      ...{ isOffline, budgets: options.budgets, connectionOf: () => connection, retryDelayMs: () => 0 },
    });
    const profileItems = {
      save: (...args: Parameters<Memberships['read']>) => this.#memberships.read(...args),
    };
    const outbox = new Outbox({ ...parts, keepFacts: nothing, onChanged: nothing });
    const undo = new UndoLog(this.#keep, () => clock.now());
    this.outbox = new ProfileOutbox({
      library: {
        outbox: this.#remote(outbox),
        profileSteps: this.#remote(new ProfileSteps(outbox, undo, () => clock.now())),
        sendings: this.#remote(this.#onFullDisk(new Sendings(this.#keep, this.#memberships, nothing))),
        profileItems: this.#remote(profileItems) as unknown as RemoteLibrary['profileItems'],
      },
      ...{
        client: this.#client,
        clock,
        random,
        requireChangeable: nothing,
        onChanged: nothing,
        onStep: nothing,
      },
      isOpen: (accountId) => this.sessions.mayChange(accountId) && !isOffline(),
    });
    this.outbox.start();
  }

  /** How many calls of Roblox are under way. */
  get calls(): number {
    return this.#client.underWay;
  }

  /** What a person sees of an account's collection, item by item. */
  shown(accountId: number): number[] {
    return wantedItems(this.#keep, accountId).map(({ id }) => id);
  }

  /** Reads the collection as a refresh by hand does, and gives whether it could. Never throws. */
  async refresh(accountId: number): Promise<boolean> {
    const { clock } = this.#options;
    const askedAt = clock.now();
    const items = await readCollection(this.#client, accountId).catch(() => null);
    if (!items || this.isOver) return false;
    this.#memberships.read(accountId, items, askedAt, clock.now());
    return true;
  }

  /** What is kept of one item; the key is its account and id. */
  change(key: string): KeptChange | undefined {
    const sql = 'SELECT * FROM outbox_change WHERE account_id = ? AND item_id = ?';
    return this.#keep.get<KeptChange>(sql, ...key.split('/').map(Number));
  }

  changes(): Map<string, KeptChange> {
    const rows = this.#keep.all<KeptChange>('SELECT * FROM outbox_change ORDER BY sequence');
    return new Map(rows.map((row) => [`${row.account_id}/${row.item_id}`, row]));
  }

  /** Items of changes that were accepted before the one on its way, and could go as well. */
  overtakenBy(accountId: number, item: number): number[] {
    const sql = `SELECT o.item_id FROM outbox_change c JOIN outbox_change o ON o.account_id = c.account_id
       WHERE c.account_id = ? AND c.item_id = ? AND c.state = 'sending' AND o.sequence < c.sequence
         AND o.state = 'waiting' AND o.attempts = 0 AND o.losses = 0 AND o.sent IS NULL`;
    return this.#keep.all<{ item_id: number }>(sql, accountId, item).map((row) => row.item_id);
  }

  /** Everything that is kept, as text. */
  snapshot(): string {
    const tables = ['outbox_change', 'profile_member'].map((table) =>
      this.#keep.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`),
    );
    return JSON.stringify(tables);
  }

  /** Ends the run, at once: nothing of it goes on, and what was not on the disk is gone. */
  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.outbox.close();
    this.#keep.close();
  }

  #onFullDisk(sendings: Sendings): Sendings {
    return new Proxy(sendings, {
      get:
        (target, name) =>
        (...args: unknown[]): unknown => {
          const isFull = this.#options.isDiskFull();
          if (name === 'pause') this.#options.onWritten(Number(args[0]), null, !isFull);
          if (name === 'settle') {
            const { accountId, item } = args[0] as DueChange;
            this.#options.onWritten(accountId, item.id, !isFull);
          }
          if (isFull) throw new AppError('storageFull', 'The disk is full');
          const method = Reflect.get(target, name) as (...given: unknown[]) => unknown;
          return method.apply(target, args);
        },
    });
  }

  #remote<T extends object>(part: T): Remote<T> {
    const face = new Proxy(part, {
      get:
        (target, name) =>
        async (...args: unknown[]): Promise<unknown> => {
          await Promise.resolve();
          if (this.isOver || this.#options.isKilled()) {
            this.end();
            return new Promise(() => undefined);
          }
          if (name === 'pauseLeft') this.#options.onPauseLookedUp(Number(args[0]));
          const method = Reflect.get(target, name) as (...given: unknown[]) => unknown;
          return method.apply(target, args);
        },
    });
    return face as unknown as Remote<T>;
  }
}
