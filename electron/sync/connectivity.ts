import type { Connectivity as State } from '../../shared/models.ts';

/** Whether Satchel may use the network at all: "Work offline" is the person's own switch. */
export class Connectivity {
  readonly #onChanged: (state: State) => void;
  #state: State = 'online';

  constructor(onChanged: (state: State) => void) {
    this.#onChanged = onChanged;
  }

  get state(): State {
    return this.#state;
  }

  get isOffline(): boolean {
    return this.#state === 'offline';
  }

  set(state: State): State {
    if (state !== this.#state) {
      this.#state = state;
      this.#onChanged(state);
    }
    return state;
  }
}
