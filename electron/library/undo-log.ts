import { AppError } from '../../shared/errors.ts';
import { mostSteps, type StepName, type UndoState, type UndoStep } from '../../shared/undo.ts';
import type { Database } from './database.ts';
import { joinNames } from './step-names.ts';

/** What a step changed, for those who show it. */
export interface Touched {
  /** Collections whose items changed, or the order of them. */
  readonly collections: readonly number[];
  /** Accounts whose profile collection is wanted otherwise. */
  readonly accounts: readonly number[];
}

/** Whose steps they are: a part of keep.db that can go forward and back. */
export type StepPartName = 'collections' | 'profile';

export interface StepPart {
  /** Carries a step out, or takes it back, within the transaction it is called in. A throw leaves the step as it was. */
  apply(stepId: number, change: string, direction: 'undo' | 'redo'): Touched;
  /** Makes the change of a step and that of one after it a single change of the first. What it keeps by step goes along. */
  join(stepId: number, partId: number, change: string, part: string): string;
}

/** A step as its part describes it; `change` is JSON of its own that `apply` is given. */
export interface PreparedStep {
  readonly name: StepName;
  readonly change: string;
}

/** What undoing or redoing came to. */
export interface StepOutcome {
  readonly state: UndoState;
  readonly touched: Touched;
}

interface StepRow {
  id: number;
  at: number;
  part: StepPartName;
  name: string;
  change: string;
}

/** Named changes in keep.db, one transaction each, that can be taken back and made again; kept across restarts. */
export class UndoLog {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #parts = new Map<StepPartName, StepPart>();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Each part says once how its steps are applied. */
  register(name: StepPartName, part: StepPart): void {
    this.#parts.set(name, part);
  }

  state(): UndoState {
    return { undo: this.#named(this.#last()), redo: this.#named(this.#firstUndone()) };
  }

  /**
   * Makes a change: `prepare` describes it under the number of its step, then it is applied as a redo is. Null from
   * `prepare` is "nothing to change", and no step. What was undone before can be redone no more. With `into`, the number of
   * the last step, it becomes a part of that one: `undoOvertaken`.
   */
  carryOut(
    part: StepPartName,
    prepare: (stepId: number) => PreparedStep | null,
    into: number | null = null,
  ): Touched | null {
    return this.#database.transaction(() => {
      const whole = into === null ? null : this.#lastOf(part, into);
      const added = this.#database.get<{ id: number }>(
        "INSERT INTO undo_step (at, part, name, change, is_undone) VALUES (?, ?, '', '', 0) RETURNING id",
        this.#now(),
        part,
      );
      const id = added?.id ?? 0;
      const step = prepare(id);
      if (!step) {
        this.#database.run('DELETE FROM undo_step WHERE id = ?', id);
        return null;
      }
      const sql = 'UPDATE undo_step SET name = ?, change = ? WHERE id = ?';
      this.#database.run(sql, JSON.stringify(step.name), step.change, id);
      this.#database.run('DELETE FROM undo_step WHERE is_undone = 1');
      const touched = this.#apply(part, id, step.change, 'redo');
      if (whole) this.#join(whole, id, step);
      this.#database.run(
        'DELETE FROM undo_step WHERE id NOT IN (SELECT id FROM undo_step ORDER BY id DESC LIMIT ?)',
        mostSteps,
      );
      return touched;
    });
  }

  /** Takes back the last step; with a number only when that is the last: `undoOvertaken`, `nothingToUndo`. */
  undo(stepId: number | null): StepOutcome {
    return this.#go(stepId, 'undo');
  }

  /** Makes the step again that was undone last: `undoOvertaken`, `nothingToRedo`. */
  redo(stepId: number | null): StepOutcome {
    return this.#go(stepId, 'redo');
  }

  /** Drops the steps of a part whose change names this account: it has left, and they cannot be gone back on. */
  forget(part: StepPartName, accountId: number): void {
    const sql = "DELETE FROM undo_step WHERE part = ? AND change ->> 'accountId' = ?";
    this.#database.run(sql, part, accountId);
  }

  #go(stepId: number | null, direction: 'undo' | 'redo'): StepOutcome {
    return this.#database.transaction(() => {
      const step = direction === 'undo' ? this.#last() : this.#firstUndone();
      if (!step && stepId === null)
        throw new AppError(
          direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo',
          `Nothing to ${direction}`,
        );
      if (!step || (stepId !== null && step.id !== stepId))
        throw new AppError('undoOvertaken', `Step ${stepId} is not the one to ${direction}`);
      const touched = this.#apply(step.part, step.id, step.change, direction);
      this.#database.run(
        'UPDATE undo_step SET is_undone = ? WHERE id = ?',
        direction === 'undo' ? 1 : 0,
        step.id,
      );
      return { state: this.state(), touched };
    });
  }

  #apply(part: StepPartName, id: number, change: string, direction: 'undo' | 'redo'): Touched {
    return this.#partOf(part).apply(id, change, direction);
  }

  #partOf(name: StepPartName): StepPart {
    const found = this.#parts.get(name);
    if (!found) throw new AppError('unexpected', `Nobody knows the steps of ${name}`);
    return found;
  }

  /** The step of this number, as long as it is the last one and of that part. */
  #lastOf(part: StepPartName, id: number): StepRow {
    const last = this.#last();
    if (last?.id !== id || last.part !== part)
      throw new AppError('undoOvertaken', `Step ${id} is not the last one of ${part}`);
    return last;
  }

  #join(whole: StepRow, partId: number, part: PreparedStep): void {
    const name = joinNames(JSON.parse(whole.name) as StepName, part.name);
    const change = this.#partOf(whole.part).join(whole.id, partId, whole.change, part.change);
    const sql = 'UPDATE undo_step SET name = ?, change = ? WHERE id = ?';
    this.#database.run(sql, JSON.stringify(name), change, whole.id);
    this.#database.run('DELETE FROM undo_step WHERE id = ?', partId);
  }

  #last(): StepRow | undefined {
    return this.#database.get<StepRow>(
      'SELECT * FROM undo_step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1',
    );
  }

  #firstUndone(): StepRow | undefined {
    return this.#database.get<StepRow>('SELECT * FROM undo_step WHERE is_undone = 1 ORDER BY id LIMIT 1');
  }

  #named(row: StepRow | undefined): UndoStep | null {
    return row ? { id: row.id, at: row.at, name: JSON.parse(row.name) as StepName } : null;
  }
}
