import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { wordStep } from '../../../shared/undo-words.ts';
import type { UndoState, UndoStep } from '../../../shared/undo.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useNoticeStore, type Notice } from '../notices/notice.store.ts';
import { useResultStore } from '../results/result.store.ts';
import { useWorkStore } from '../work/work.store.ts';
import { inParts, type ChangeInParts } from './change-in-parts.ts';
import { leftOut, wordStopped, type Stopped } from './stopped-words.ts';

/** What a change is told as. */
export type Told = Pick<Notice, 'tone' | 'title'> & Partial<Pick<Notice, 'lines' | 'more'>>;

/** A change in parts, and what it is told as. */
export interface ToldChange<Item, Outcome> extends ChangeInParts<Item, Outcome> {
  readonly tell: (outcome: Outcome) => Told;
}

/** What a change in parts came to: what is done of it, null where nothing is, and whether that is all. */
export interface PartsDone<Outcome> {
  readonly outcome: Outcome | null;
  readonly isWhole: boolean;
}

/** What can be undone and redone, and the one way to do and tell what can. */
export const useUndoStore = defineStore('undo', () => {
  const accounts = useAccountStore();
  const notices = useNoticeStore();
  const results = useResultStore();
  const works = useWorkStore();
  const state = shallowRef<UndoState>({ undo: null, redo: null });
  const undoName = computed(() => (state.value.undo ? word(state.value.undo) : null));
  const redoName = computed(() => (state.value.redo ? word(state.value.redo) : null));
  let last: Promise<unknown> = Promise.resolve();

  function take(now: UndoState): void {
    state.value = now;
  }

  /** Makes a change and tells it, with an undo where it left a step. Never throws: null is that it failed, and said why. */
  function carryOut<Outcome>(
    change: () => Promise<Outcome>,
    tell: (outcome: Outcome) => Told | null,
  ): Promise<Outcome | null> {
    return inTurn(async () => {
      try {
        const before = state.value.undo?.id;
        const outcome = await change();
        take(await request('undo.state', {}));
        show(tell(outcome), before);
        return outcome;
      } catch (thrown) {
        notices.showError(toAppError(thrown));
        return null;
      }
    });
  }

  /**
   * Makes a change of many items, part by part and as one step, with how far it has come and a way to end it. What is done by
   * then stays, is told, and can be undone. Never throws.
   */
  function carryOutInParts<Item extends ItemRef, Outcome>(
    change: ToldChange<Item, Outcome>,
  ): Promise<PartsDone<Outcome>> {
    return inTurn(async () => {
      const { items, word, tell } = change;
      const before = state.value.undo?.id;
      const stepNow = async () => {
        take(await request('undo.state', {}));
        const now = state.value.undo?.id;
        return now === before ? undefined : now;
      };
      const total = items.length;
      const { outcome, done, error } = await works.run({ word, total }, (progress) =>
        inParts(change, stepNow, progress),
      );
      const isWhole = done === total;
      if (isWhole && outcome !== null) show(tell(outcome), before);
      else if (outcome === null && error) notices.showError(error);
      else showStopped({ items, done, error }, outcome === null ? null : tell(outcome), before);
      return { outcome, isWhole };
    });
  }

  function showStopped(stopped: Stopped, told: Told | null, before: number | undefined): void {
    const left = leftOut(stopped);
    const more = left && { label: say('results.showLeftOut'), carryOut: () => results.show(left) };
    show({ ...wordStopped(stopped, told), more: more ?? undefined }, before);
  }

  /** After what was begun before: a step is told as what it is, and parts of one stay together. */
  function inTurn<Outcome>(task: () => Promise<Outcome>): Promise<Outcome> {
    const own = last.then(task);
    last = own.catch(() => undefined);
    return own;
  }

  /** With an undo where there is another step than before. */
  function show(told: Told | null, before: number | undefined): void {
    if (!told) return;
    const step = state.value.undo;
    const action =
      step && step.id !== before ? { label: say('undo.undo'), carryOut: () => void undo(step) } : undefined;
    notices.show(told.tone, told.title, told.lines, action, told.more);
  }

  /** Takes back a step, without one that which is named as the last, as long as it is the last one. Never throws. */
  async function undo(step: UndoStep | null = null): Promise<void> {
    await report(async () => {
      const undone = step ?? state.value.undo;
      take(await request('undo.undo', { step: undone?.id ?? null }));
      if (!undone) return;
      const again = state.value.redo;
      notices.show('neutral', say('undo.undone', { step: word(undone) }), [], {
        label: say('undo.redo'),
        carryOut: () => void redo(again),
      });
    });
  }

  /** Never throws. */
  async function redo(step: UndoStep | null = null): Promise<void> {
    await report(async () => {
      const redone = step ?? state.value.redo;
      take(await request('undo.redo', { step: redone?.id ?? null }));
      if (!redone) return;
      const back = state.value.undo;
      notices.show('neutral', say('undo.redone', { step: word(redone) }), [], {
        label: say('undo.undo'),
        carryOut: () => void undo(back),
      });
    });
  }

  function report(work: () => Promise<void>): Promise<void> {
    return inTurn(work).catch((thrown: unknown) => notices.showError(toAppError(thrown)));
  }

  function word({ name }: UndoStep): string {
    return wordStep(name, (id) => {
      const account = accounts.find(id);
      return account ? accountName(account) : say('filters.goneAccount');
    });
  }

  listen('undo.changed', take);
  void report(async () => take(await request('undo.state', {})));

  return { state, undoName, redoName, carryOut, carryOutInParts, undo, redo };
});
