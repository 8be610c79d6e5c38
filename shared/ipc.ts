import * as z from 'zod/mini';
import type {
  Account,
  AccountsState,
  AppStatus,
  CategoryTree,
  CollectionChange,
  Connectivity,
  ItemDetails,
  ItemPage,
  LedgerEntry,
  MenuCommand,
  ProfileCollection,
  RefreshOutcome,
} from './models.ts';

const accountId = z.int().check(z.positive());
const itemType = z.enum(['Asset', 'GamePass', 'Badge', 'Bundle', 'Avatar']);
const itemRef = z.strictObject({ type: itemType, id: z.int().check(z.positive()) });
const forAccount = z.strictObject({ accountId });
const forCategory = z.strictObject({ accountId, category: z.string().check(z.maxLength(200)) });
const forItem = z.strictObject({ accountId, item: itemRef });
const forItems = z.strictObject({
  accountId,
  items: z.array(itemRef).check(z.minLength(1), z.maxLength(1000)),
});
const nothing = z.strictObject({});

/** Pairs a route's input schema with the type of its answer; the type exists for the compiler alone. */
function route<Output>() {
  return <Input extends z.ZodMiniType>(input: Input) => ({ input }) as { input: Input; output?: Output };
}

/** Every request a page may make: one line per capability, each its own channel. */
export const requests = {
  'app.status': route<AppStatus>()(nothing),
  'connectivity.set': route<Connectivity>()(z.strictObject({ connectivity: z.enum(['online', 'offline']) })),
  'ledger.list': route<readonly LedgerEntry[]>()(nothing),

  'accounts.list': route<AccountsState>()(nothing),
  'accounts.exploreDemo': route<AccountsState>()(nothing),
  'accounts.follow': route<Account>()(z.strictObject({ text: z.string().check(z.maxLength(2000)) })),
  'accounts.select': route<AccountsState>()(forAccount),
  'accounts.remove': route<AccountsState>()(forAccount),

  'categories.list': route<CategoryTree>()(forAccount),
  'categories.refresh': route<RefreshOutcome>()(z.strictObject({ accountId, isForced: z.boolean() })),

  'items.list': route<ItemPage>()(
    z.strictObject({
      accountId,
      category: z.string().check(z.maxLength(200)),
      search: z.string().check(z.maxLength(200)),
      sort: z.enum(['newest', 'oldest', 'nameAscending', 'nameDescending']),
      page: z.int().check(z.nonnegative()),
    }),
  ),
  'items.refresh': route<RefreshOutcome>()(z.extend(forCategory, { isForced: z.boolean() })),
  'items.details': route<ItemDetails>()(forItem),
  'items.refreshDetails': route<ItemDetails>()(forItem),
  'items.openInBrowser': route<null>()(forItem),

  'profileCollection.list': route<ProfileCollection>()(forAccount),
  'profileCollection.refresh': route<RefreshOutcome>()(z.strictObject({ accountId, isForced: z.boolean() })),
  'profileCollection.add': route<readonly CollectionChange[]>()(forItems),
  'profileCollection.remove': route<readonly CollectionChange[]>()(forItems),
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<Name extends RequestName> = z.infer<Requests[Name]['input']>;
export type RequestOutput<Name extends RequestName> = Exclude<Requests[Name]['output'], undefined>;

/** State changes the main process announces. They say what to read again, never what to do. */
export interface Events {
  'accounts.changed': AccountsState;
  'connectivity.changed': { readonly connectivity: Connectivity };
  'categories.changed': { readonly accountId: number };
  /** After each committed page of a refresh (`isComplete` false) and at its end. */
  'items.changed': {
    readonly accountId: number;
    readonly category: string;
    readonly isComplete: boolean;
    /** Copies committed so far by the refresh under way. */
    readonly received: number;
  };
  'profileCollection.changed': { readonly accountId: number };
  /** A damaged file of the library was found and set aside; an empty one took its place. */
  'files.setAside': { readonly file: string };
  'menu.chosen': { readonly command: MenuCommand };
}

export type EventName = keyof Events;

export const eventNames: readonly EventName[] = [
  'accounts.changed',
  'connectivity.changed',
  'categories.changed',
  'items.changed',
  'profileCollection.changed',
  'files.setAside',
  'menu.chosen',
];

/** What the preload puts on `window.satchel`. The transport never rejects: it answers a Result. */
export interface SatchelBridge {
  request(name: string, input: unknown): Promise<unknown>;
  /** Returns its unsubscribe. */
  listen(name: string, listener: (payload: unknown) => void): () => void;
}
