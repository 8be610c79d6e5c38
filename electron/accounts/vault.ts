import type keytarModule from 'keytar';
import { AppError } from '../../shared/errors.ts';

/** Where sessions are kept: one entry per account. Every call throws `keychainUnavailable` when it cannot be used. */
export interface Vault {
  /** The account's entry, null when there is none. */
  read(accountId: number): Promise<string | null>;
  write(accountId: number, secret: string): Promise<void>;
  remove(accountId: number): Promise<void>;
  readonly isHung?: boolean;
}

type Keytar = Pick<typeof keytarModule, 'getPassword' | 'setPassword' | 'deletePassword'>;

export interface KeychainOptions {
  /** Under what name the entries are kept. */
  readonly service: string;
  /** How long a person has to unlock the keychain, in milliseconds. Default 20 s. */
  readonly timeoutMs?: number;
  /** Loads keytar; it fails where the system has no secret service library. */
  readonly load?: () => Promise<Keytar>;
}

/**
 * The operating system's keychain. One call at a time: a keychain that waits for its owner blocks one thread, not all,
 * and whoever comes meanwhile is told at once.
 */
export class KeychainVault implements Vault {
  readonly #options: KeychainOptions;
  #last: Promise<unknown> = Promise.resolve();
  #isHung = false;

  constructor(options: KeychainOptions) {
    this.#options = options;
  }

  /** Whether a call is still unanswered: it holds a thread, and with it the process that wants to end. */
  get isHung(): boolean {
    return this.#isHung;
  }

  read(accountId: number): Promise<string | null> {
    return this.#inTurn(async (keytar, service) => {
      const entry = await keytar.getPassword(service, String(accountId));
      // A locked one looks empty to whoever reads. Only writing tells.
      if (entry === null) await this.#tryToWrite(keytar, service);
      return entry;
    });
  }

  write(accountId: number, secret: string): Promise<void> {
    return this.#inTurn(
      (keytar, service) => keytar.setPassword(service, String(accountId), secret),
      // Told to have failed, it must not come true later behind the person's back.
      (keytar, service) => keytar.deletePassword(service, String(accountId)),
    );
  }

  async remove(accountId: number): Promise<void> {
    await this.#inTurn((keytar, service) => keytar.deletePassword(service, String(accountId)));
  }

  #inTurn<T>(task: KeytarTask<T>, undo?: KeytarTask<unknown>): Promise<T> {
    const turn = this.#last.then(() => this.#inTime(task, undo));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #inTime<T>(task: KeytarTask<T>, undo?: KeytarTask<unknown>): Promise<T> {
    if (this.#isHung) throw unavailable('The keychain has not answered yet');
    const { service, timeoutMs = 20_000 } = this.#options;
    const keytar = await this.#load();
    let timer: NodeJS.Timeout | undefined;
    const answer = task(keytar, service);
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.#isHung = true;
        const end = () => (this.#isHung = false);
        void answer.then(() => undo?.(keytar, service)).then(end, end);
        reject(unavailable(`The keychain did not answer within ${timeoutMs} ms`));
      }, timeoutMs);
    });
    try {
      return await Promise.race([answer, late]);
    } catch (thrown) {
      throw thrown instanceof AppError ? thrown : unavailable(messageOf(thrown));
    } finally {
      clearTimeout(timer);
    }
  }

  async #tryToWrite(keytar: Keytar, service: string): Promise<void> {
    await keytar.setPassword(service, probe, probe);
    await keytar.deletePassword(service, probe);
  }

  async #load(): Promise<Keytar> {
    try {
      return await (this.#options.load ?? loadKeytar)();
    } catch (thrown) {
      throw unavailable(messageOf(thrown));
    }
  }
}

/** An account and a value that are none. */
const probe = 'is it unlocked?';

type KeytarTask<T> = (keytar: Keytar, service: string) => Promise<T>;

async function loadKeytar(): Promise<Keytar> {
  return (await import('keytar')).default;
}

function unavailable(message: string): AppError {
  return new AppError('keychainUnavailable', message);
}

/** keytar's words name the service and the reason, never the secret. */
function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'The keychain failed';
}
