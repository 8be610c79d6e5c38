import { setTimeout } from 'node:timers/promises';
import { questionKey, type FirstAnswers } from '../shared/first-answers.ts';
import type { Result } from '../shared/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '../shared/ipc.ts';
import type { Scope } from '../shared/accounts.ts';
import type { CategoryTree } from '../shared/categories.ts';
import { listAt } from '../shared/view-paths.ts';
import type { Emit } from './services/emit.ts';

/** Asks a route as the page would. Never rejects. */
export type AskRoute = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<Result<RequestOutput<Name>>>;

// A page without answers asks for itself; one that waits for a slow disk shows nothing at all.
const patienceMs = 250;
// More than that happens only to a page that never comes up.
const mostMissed = 500;

/**
 * What the page is going to ask for its first screen, asked while the window is still opening, so that it can come with
 * the document. What changes from then on is noted until the page stands, and said again: it could not hear it yet.
 */
export class FirstScreen {
  readonly #ask: AskRoute;
  readonly #emit: Emit;
  #prepared: Promise<FirstAnswers> | undefined;
  #missed: (() => void)[] | undefined;

  constructor(ask: AskRoute, emit: Emit) {
    this.#ask = ask;
    this.#emit = emit;
  }

  /** Begins to ask, for the document that is about to be wanted. */
  prepare(): void {
    this.#missed = [];
    this.#prepared = this.#askAll();
  }

  /** The answers for one document; null when they take too long. */
  async answers(): Promise<FirstAnswers | null> {
    // A page that is loaded again has seen more than those before it.
    if (!this.#prepared) this.prepare();
    const prepared = this.#prepared;
    this.#prepared = undefined;
    const giveUp = new AbortController();
    const late = setTimeout(patienceMs, null, { signal: giveUp.signal }).catch(() => null);
    const answers = await Promise.race([prepared ?? null, late]);
    giveUp.abort();
    return answers;
  }

  /** Tells every window that something changed, and keeps it for the one that is on its way. */
  readonly emit: Emit = (name, payload) => {
    this.#missed?.push(() => this.#emit(name, payload));
    // The newest says how things stand.
    if (this.#missed && this.#missed.length > mostMissed) this.#missed.shift();
    this.#emit(name, payload);
  };

  /** The page listens now. */
  stands(): null {
    const missed = this.#missed ?? [];
    this.#missed = undefined;
    for (const tell of missed) tell();
    return null;
  }

  async #askAll(): Promise<FirstAnswers> {
    const answers: Record<string, Result<unknown>> = {};
    const ask: AskRoute = async (name, input) => {
      const answer = await this.#ask(name, input);
      // What went wrong is asked again, and told by whoever wanted it.
      if (answer.ok) answers[questionKey(name, input)] = answer;
      return answer;
    };
    const [accounts] = await Promise.all([
      ask('accounts.list', {}),
      ask('app.status', {}),
      ask('settings.read', {}),
    ]);
    if (accounts.ok && accounts.data.scope !== null) await askForScope(ask, accounts.data.scope);
    return answers;
  }
}

async function askForScope(ask: AskRoute, scope: Scope): Promise<void> {
  const [tree, place, views] = await Promise.all([
    ask('categories.list', { scope }),
    ask('accounts.place', { scope }),
    ask('savedViews.list', {}),
    ask('collections.list', {}),
    scope === 'all' ? null : ask('profileCollection.list', { accountId: scope }),
    ask('timeline.alerts', {}),
    ask('refresh.state', {}),
  ]);
  if (!tree.ok || !place.ok || !views.ok) return;
  const list = place.data ? listAt(place.data.path) : { category: firstCategory(tree.data) };
  if (!list) return;
  if ('category' in list) {
    const { category } = list;
    if (category === undefined) return;
    await ask('items.list', { ...{ scope, category }, ...asUsual, page: 0 });
    return;
  }
  const view = views.data.find(({ id }) => id === list.savedView);
  if (view?.scope !== scope) return;
  const { category, search, sort, owned, filter } = view;
  await ask('items.list', { scope, category, search, sort, owned, filter, page: 0 });
}

// How every list is shown until the person says otherwise.
const asUsual = { search: '', sort: 'newest', owned: 'any', filter: {} } as const;

function firstCategory({ own, favorites }: CategoryTree): string | undefined {
  return [...own, ...favorites].flatMap(({ categories }) => categories)[0]?.key;
}
