import type { Account, AccountKind, Visibility } from '../../shared/models.ts';
import type { Database } from './database.ts';

/** An account as it is kept. Its session is not here: that is the keychain's. */
export type KeptAccount = Omit<Account, 'canEdit'>;

interface AccountRow {
  id: number;
  kind: AccountKind;
  username: string;
  display_name: string;
  visibility: Visibility;
  is_banned: number;
}

const currentSetting = 'currentAccount';

/** The accounts in Satchel, in the person's order, and which is current. */
export class AccountStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  list(): KeptAccount[] {
    return this.#database.all<AccountRow>('SELECT * FROM account ORDER BY position').map((row) => ({
      id: row.id,
      kind: row.kind,
      username: row.username,
      displayName: row.display_name,
      visibility: row.visibility,
      isBanned: row.is_banned === 1,
    }));
  }

  kindOf(accountId: number): AccountKind | undefined {
    return this.#database.get<{ kind: AccountKind }>('SELECT kind FROM account WHERE id = ?', accountId)
      ?.kind;
  }

  /** Adds the account at the end, or brings a known one up to date in its place. */
  save(account: KeptAccount): void {
    this.#database.run(
      `INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM account))
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, username = excluded.username,
         display_name = excluded.display_name, visibility = excluded.visibility, is_banned = excluded.is_banned`,
      account.id,
      account.kind,
      account.username,
      account.displayName,
      account.visibility,
      account.isBanned ? 1 : 0,
    );
  }

  setVisibility(accountId: number, visibility: Visibility): void {
    this.#database.run('UPDATE account SET visibility = ? WHERE id = ?', visibility, accountId);
  }

  remove(accountId: number): void {
    this.#database.run('DELETE FROM account WHERE id = ?', accountId);
  }

  currentId(): number | null {
    const row = this.#database.get('SELECT value FROM setting WHERE name = ?', currentSetting);
    return row ? Number(row['value']) : null;
  }

  setCurrentId(accountId: number): void {
    this.#database.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', currentSetting, String(accountId));
  }
}
