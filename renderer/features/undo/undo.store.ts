import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import { wordStep } from '../../../shared/undo-words.ts';
import type { UndoState, UndoStep } from '../../../shared/undo.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useNoticeStore, type Notice } from '../notices/notice.store.ts';

/** What a change is told as. */
export type Told = Pick<Notice, 'tone' | 'title'> & Partial<Pick<Notice, 'lines'>>;

/** What can be undone and redone, and the one way to do and tell what can. */
export const useUndoStore = defineStore('undo', () => {
  const accounts = useAccountStore();
  const notices = useNoticeStore();
  const state = shallowRef<UndoState>({ undo: null, redo: null });
  const undoName = computed(() => (state.value.undo ? word(state.value.undo) : null));
  const redoName = computed(() => (state.value.redo ? word(state.value.redo) : null));

  function take(now: UndoState): void {
    state.value = now;
  }

  /** Makes a change and tells it, with an undo where it left a step. Never throws: null is that it failed, and said why. */
  async function carryOut<Outcome>(
    change: () => Promise<Outcome>,
    tell: (outcome: Outcome) => Told | null,
  ): Promise<Outcome | null> {
    try {
      const before = state.value.undo?.id;
      const outcome = await change();
      take(await request('undo.state', {}));
      const told = tell(outcome);
      const step = state.value.undo;
      if (told) show(told, step && step.id !== before ? step : null);
      return outcome;
    } catch (thrown) {
      notices.showError(toAppError(thrown));
      return null;
    }
  }

  function show({ tone, title, lines = [] }: Told, step: UndoStep | null): void {
    notices.show(
      tone,
      title,
      lines,
      step ? { label: say('undo.undo'), carryOut: () => void undo(step) } : undefined,
    );
  }

  /** Takes back the last step; `step` only as long as that is the last one. Never throws. */
  async function undo(step: UndoStep | null = null): Promise<void> {
    const undone = step ?? state.value.undo;
    await report(async () => {
      take(await request('undo.undo', { step: step?.id ?? null }));
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
    const redone = step ?? state.value.redo;
    await report(async () => {
      take(await request('undo.redo', { step: step?.id ?? null }));
      if (!redone) return;
      const back = state.value.undo;
      notices.show('neutral', say('undo.redone', { step: word(redone) }), [], {
        label: say('undo.undo'),
        carryOut: () => void undo(back),
      });
    });
  }

  async function report(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  function word({ name }: UndoStep): string {
    return wordStep(name, (id) => {
      const account = accounts.find(id);
      return account ? accountName(account) : say('filters.goneAccount');
    });
  }

  listen('undo.changed', take);
  void report(async () => take(await request('undo.state', {})));

  return { state, undoName, redoName, carryOut, undo, redo };
});
