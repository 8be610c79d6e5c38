import type { ErrorCode } from '../../shared/errors.ts';
import {
  accountColours,
  type Account,
  type AccountColour,
  type AccountKind,
  type Scope,
  type Visibility,
} from '../../shared/accounts.ts';
import type { Database } from './database.ts';

/** An account as it is kept. Its session is not here: that is the keychain's. */
export type KeptAccount = Pick<
  Account,
  | 'id'
  | 'kind'
  | 'username'
  | 'displayName'
  | 'visibility'
  | 'visibilitySince'
  | 'isBanned'
  | 'isGone'
  | 'nickname'
  | 'colour'
>;

/** What an account is called where no face is beside it, as in files. */
export function fullName({
  nickname,
  displayName,
  username,
}: Pick<KeptAccount, 'nickname' | 'displayName' | 'username'>): string {
  return `${nickname ?? displayName} (@${username})`;
}

/** What Roblox, or the demo, says of an account; the rest is the person's own. */
export type FoundAccount = Omit<KeptAccount, 'nickname' | 'colour' | 'isGone' | 'visibilitySince'>;

/** What is kept of an account's sign-in beside its session: the public text before it, and what went wrong last. */
export interface SignInFacts {
  readonly warning: string;
  readonly problem: ErrorCode | null;
}

/** All of it, as it is now. */
export interface KeptAccounts {
  readonly accounts: readonly KeptAccount[];
  readonly scope: Scope | null;
  readonly signIn: Readonly<Record<number, SignInFacts>>;
  /** Accounts signed out while the keychain could not be used: their entries are still to be removed. */
  readonly leftovers: readonly number[];
}

interface AccountRow {
  id: number;
  kind: AccountKind;
  username: string;
  display_name: string;
  visibility: Visibility;
  visibility_since: number | null;
  is_banned: number;
  is_gone: number;
  nickname: string | null;
  colour: string | null;
  session_warning: string;
  sign_in_problem: ErrorCode | null;
}

const scopeSetting = 'currentScope';

/** The accounts in Satchel, in the person's order, and which is current. */
export class AccountStore {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  read(): KeptAccounts {
    const rows = this.#rows();
    return {
      accounts: rows.map(toAccount),
      scope: this.#scope(),
      signIn: Object.fromEntries(
        rows.map((row) => [row.id, { warning: row.session_warning, problem: row.sign_in_problem }]),
      ),
      leftovers: this.#database
        .all<{ account_id: number }>('SELECT account_id FROM keychain_leftover')
        .map((row) => row.account_id),
    };
  }

  /** Adds the account at the end, or brings a known one up to date in its place. */
  save(account: FoundAccount): void {
    this.#database.run(
      `INSERT INTO account (id, kind, username, display_name, visibility, is_banned, visibility_since, position)
       VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM account))
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, username = excluded.username,
         display_name = excluded.display_name, is_banned = excluded.is_banned, is_gone = 0,
         visibility_since = iif(visibility = excluded.visibility, visibility_since, excluded.visibility_since),
         visibility = excluded.visibility`,
      account.id,
      account.kind,
      account.username,
      account.displayName,
      account.visibility,
      account.isBanned ? 1 : 0,
      this.#now(),
    );
  }

  setKind(accountId: number, kind: AccountKind): void {
    this.#database.run('UPDATE account SET kind = ? WHERE id = ?', kind, accountId);
  }

  setVisibility(accountId: number, visibility: Visibility): void {
    this.#database.run(
      `UPDATE account SET visibility_since = iif(visibility = ?1, visibility_since, ?2), visibility = ?1 WHERE id = ?3`,
      ...[visibility, this.#now(), accountId],
    );
  }

  setGone(accountId: number, isGone: boolean): void {
    this.#database.run('UPDATE account SET is_gone = ? WHERE id = ?', isGone ? 1 : 0, accountId);
  }

  edit(accountId: number, nickname: string | null, colour: AccountColour | null): void {
    this.#database.run(
      'UPDATE account SET nickname = ?, colour = ? WHERE id = ?',
      nickname,
      colour,
      accountId,
    );
  }

  /** `position` counts in the list without the account itself; beyond its end is the end. */
  move(accountId: number, position: number): void {
    this.#database.transaction(() => {
      const others = this.#rows().filter(({ id }) => id !== accountId);
      const ids = others.map(({ id }) => id);
      ids.splice(position, 0, accountId);
      for (const [place, id] of ids.entries())
        this.#database.run('UPDATE account SET position = ? WHERE id = ?', place, id);
    });
  }

  remove(accountId: number): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM account WHERE id = ?', accountId);
      this.#database.run('DELETE FROM place WHERE scope = ?', String(accountId));
    });
  }

  setSessionWarning(accountId: number, warning: string): void {
    this.#database.run('UPDATE account SET session_warning = ? WHERE id = ?', warning, accountId);
  }

  setSignInProblem(accountId: number, problem: ErrorCode | null): void {
    this.#database.run('UPDATE account SET sign_in_problem = ? WHERE id = ?', problem, accountId);
  }

  setLeftover(accountId: number, isLeft: boolean): void {
    this.#database.run(
      isLeft
        ? 'INSERT OR IGNORE INTO keychain_leftover VALUES (?)'
        : 'DELETE FROM keychain_leftover WHERE account_id = ?',
      accountId,
    );
  }

  setScope(scope: Scope): void {
    this.#database.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', scopeSetting, String(scope));
  }

  #rows(): AccountRow[] {
    return this.#database.all<AccountRow>('SELECT * FROM account ORDER BY position');
  }

  #scope(): Scope | null {
    const row = this.#database.get('SELECT value FROM setting WHERE name = ?', scopeSetting);
    if (!row) return null;
    return row['value'] === 'all' ? 'all' : Number(row['value']);
  }
}

function toAccount(row: AccountRow): KeptAccount {
  return {
    id: row.id,
    kind: row.kind,
    username: row.username,
    displayName: row.display_name,
    visibility: row.visibility,
    visibilitySince: row.visibility_since,
    isBanned: row.is_banned === 1,
    isGone: row.is_gone === 1,
    nickname: row.nickname,
    colour: accountColours.find((colour) => colour === row.colour) ?? null,
  };
}
