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
  /** Rows of it nobody could read: what it lacks may be among them. */
  readonly unreadableRows: number;
}

// Whatever is of one of these asset types stays of it: audio, places, models, decals, badges, animations, game passes,
// plugins, meshes and videos. What avatars wear may be filed under another one day.
const fixedTypes: ReadonlySet<string> = new Set(['3', '9', '10', '13', '21', '24', '34', '38', '40', '62']);
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
  readonly #unreadKinds: ReadonlySet<string>;
  readonly #overdueKinds: ReadonlySet<string>;

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
    const unread = states.filter(({ key }) => !this.#read.has(key));
    const unsure = read.filter(({ unreadableRows }) => unreadableRows > 0);
    this.#unreadKinds = kindsOf([...unread, ...unsure].map(({ key }) => key));
    this.#overdueKinds = kindsOf(
      unread.filter(({ comparedAt }) => comparedAt !== null).map(({ key }) => key),
    );
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

  /** Whether a list that was not read, not whole or not this time, could hold an item that stood in these. */
  mayHide(categories: readonly string[]): boolean {
    return categories.some((key) => this.#unreadKinds.has(kindOf(key) ?? ''));
  }

  /**
   * Whether a list that is known, and could hold an item that stood in these, was not read this time. One never read is
   * none of them: a list that Roblox refuses to this account would be overdue for ever.
   */
  isOverdue(categories: readonly string[]): boolean {
    return categories.some((key) => this.#overdueKinds.has(kindOf(key) ?? ''));
  }

  /** Whether every list that was read and could hold an item of these was read after `time` (epoch milliseconds). */
  isReadAfter(time: number, categories: readonly string[]): boolean {
    const kinds = kindsOf(categories);
    return [...this.#states.values()].every(
      ({ key, savedAt }) => !this.#read.has(key) || !kinds.has(kindOf(key) ?? '') || (savedAt ?? 0) > time,
    );
  }
}

/** An item may change its list within a kind only. */
function kindsOf(keys: readonly string[]): ReadonlySet<string> {
  return new Set(keys.flatMap((key) => kindOf(key) ?? []));
}

/** null for what holds no items Satchel could read. Keys are `<list>/<type>/<id>/<filter>`. */
function kindOf(key: string): string | null {
  const [, type, id = '', filter = ''] = key.split('/');
  if (type === 'Bundle') return type;
  if (type !== 'AssetType' || unreadableFilter.test(filter)) return null;
  return fixedTypes.has(id) ? id : type;
}
