/** What one run of refreshes ended with: what a comparison may go by. */
export interface EndedRun {
  /** Subjects (category keys, `collectibles`, …) that were read whole in this run. */
  readonly completedSubjects: readonly string[];
  /** Whether everything that could be read was: what Roblox shows to nobody here does not count. */
  readonly isComplete: boolean;
}

/** A list of the account's own inventory, as it stands in the cache and as it was last compared. */
export interface ListState {
  readonly key: string;
  readonly name: string;
  /** The published one. */
  readonly generation: number;
  /** Epoch milliseconds; null when it was never read whole. */
  readonly savedAt: number | null;
  /** The generation it was last compared at; null when it never was. */
  readonly comparedAt: number | null;
}

/** An item may change its list within a kind only. */
type Kind = 'Asset' | 'Place' | 'Badge' | 'GamePass' | 'Bundle';

const kindsByType: ReadonlyMap<string, Kind> = new Map([
  ['9', 'Place'],
  ['21', 'Badge'],
  ['34', 'GamePass'],
]);
// Roblox lists these beside the inventory, and hands them out to no app: nothing is ever found in one.
const unreadableFilter = /PrivateServers$/;

/** Which lists say something about now, and what the others may be hiding. */
export class Reading {
  /** Read anew since they were last compared: whatever differs is news. */
  readonly compared: readonly ListState[];
  /** Read for the first time: they tell what there is, not what is new. */
  readonly first: readonly ListState[];
  readonly #states: ReadonlyMap<string, ListState>;
  readonly #read: ReadonlySet<string>;
  readonly #firstKeys: ReadonlySet<string>;
  // Thousands of items stand in the same few lists.
  readonly #hiding = new Map<string, boolean>();

  /** Lists that were published before `notBefore` (epoch milliseconds) are no news: more is known already. */
  constructor(states: readonly ListState[], run: EndedRun, notBefore: number) {
    const completed = new Set(run.completedSubjects);
    const read = states.filter(
      ({ key, generation, savedAt, comparedAt }) =>
        completed.has(key) && savedAt !== null && savedAt >= notBefore && generation !== comparedAt,
    );
    this.compared = read.filter(({ comparedAt }) => comparedAt !== null);
    this.first = read.filter(({ comparedAt }) => comparedAt === null);
    this.#states = new Map(states.map((state) => [state.key, state]));
    this.#read = new Set(read.map(({ key }) => key));
    this.#firstKeys = new Set(this.first.map(({ key }) => key));
  }

  isRead(key: string): boolean {
    return this.#read.has(key);
  }

  isFirst(key: string): boolean {
    return this.#firstKeys.has(key);
  }

  /** Whether Roblox still names the list. */
  isListed(key: string): boolean {
    return this.#states.has(key);
  }

  /**
   * Whether a list that was not read could hold an item that stood in these. One never read at all is asked only about
   * its own asset type: else a list Roblox refuses to this account would leave every loss in doubt for ever.
   */
  mayHide(categories: readonly string[]): boolean {
    const together = categories.join();
    const answer = this.#hiding.get(together) ?? this.#hides(categories);
    this.#hiding.set(together, answer);
    return answer;
  }

  #hides(categories: readonly string[]): boolean {
    const kinds = new Set(categories.map(kindOf));
    const ids = new Set(categories.map(idOf));
    return [...this.#states.values()].some(
      ({ key, comparedAt }) =>
        !this.#read.has(key) && kinds.has(kindOf(key)) && (comparedAt !== null || ids.has(idOf(key))),
    );
  }

  /** Whether every list that was read and could hold an item of these was read after `time` (epoch milliseconds). */
  isReadAfter(time: number, categories: readonly string[]): boolean {
    const kinds = new Set(categories.map(kindOf));
    return [...this.#states.values()].every(
      ({ key, savedAt }) => !this.#read.has(key) || !kinds.has(kindOf(key)) || (savedAt ?? 0) > time,
    );
  }
}

/** null for what holds no items Satchel could read. Keys are `<list>/<type>/<id>/<filter>`. */
function kindOf(key: string): Kind | null {
  const [, type, id = '', filter = ''] = key.split('/');
  if (type === 'Bundle') return 'Bundle';
  if (type !== 'AssetType' || unreadableFilter.test(filter)) return null;
  return kindsByType.get(id) ?? 'Asset';
}

function idOf(key: string): string {
  const [, type = '', id = ''] = key.split('/');
  return `${type}/${id}`;
}
