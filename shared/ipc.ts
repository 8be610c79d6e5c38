import * as z from 'zod/mini';
import {
  accountColours,
  type Account,
  type AccountsState,
  type FollowResult,
  type SignInOutcome,
  type ViewPlace,
} from './accounts.ts';
import type { ActivityList, LedgerEntry, LedgerRequest, ProblemRecord, RefreshRecord } from './activity.ts';
import type { BackupState } from './backups.ts';
import type { CategoryTree } from './categories.ts';
import { collectibleRequests } from './collectible-requests.ts';
import { collectionRequests } from './collection-requests.ts';
import type { CollectionsState } from './collections.ts';
import { exchangeRequests } from './exchange-requests.ts';
import {
  accountId,
  forAccount,
  forItems,
  forSwap,
  itemRef,
  nothing,
  scope,
  view,
  timelineFilter,
} from './inputs.ts';
import { itemRequests } from './item-requests.ts';
import type { MenuCommand } from './menu-commands.ts';
import { mostSettledAtOnce, type OutboxChange } from './outbox.ts';
import { ownershipRequests } from './ownership-requests.ts';
import type { ChangedCell, OwnershipProgress } from './ownership.ts';
import type { ProfileCollection } from './profile-collection.ts';
import type { RefreshOutcome, RefreshProgress } from './refreshing.ts';
import { route } from './route.ts';
import { isSettingsChange, type Settings, type SettingsChange } from './settings.ts';
import type { AppStatus, ConnectivityState } from './status.ts';
import type { CompactOutcome, LibrarySize, StorageProblem } from './storage.ts';
import { mostExplained, type ThumbnailExplanation } from './thumbnails.ts';
import type { LossAlert, TimelinePage } from './timeline.ts';
import type { UndoState } from './undo.ts';
import type { SavedView } from './views.ts';

const forChanges = z.strictObject({
  accountId,
  sequences: z.array(z.int().check(z.positive())).check(z.minLength(1), z.maxLength(mostSettledAtOnce)),
});
const savedViewId = z.int().check(z.positive());
const place = z.strictObject({
  path: z.string().check(z.maxLength(2000)),
  scrollTop: z.number().check(z.nonnegative()),
});

/** Every request a page may make: one line per capability, each its own channel. */
export const requests = {
  'app.status': route<AppStatus>()(nothing),
  /** The page listens: what happened since its document was made is said again. */
  'app.started': route<null>()(nothing),
  /** Copies a list that is on screen, for the person to paste. */
  'app.copyText': route<null>()(z.strictObject({ text: z.string().check(z.maxLength(32 * 1024 * 1024)) })),
  'connectivity.set': route<ConnectivityState>()(
    z.strictObject({ connectivity: z.enum(['online', 'offline']) }),
  ),
  /** Asks Roblox at once whether it can be reached again. */
  'connectivity.tryNow': route<ConnectivityState>()(nothing),
  /** What the operating system says of the network: a reason to look, never an answer. */
  'connectivity.hint': route<null>()(z.strictObject({ isOnline: z.boolean() })),
  'ledger.list': route<readonly LedgerEntry[]>()(nothing),
  /** The newest requests, newest first. */
  'ledger.recent': route<readonly LedgerRequest[]>()(nothing),
  /** Why each of these pictures is not there, in their order. */
  'thumbnails.explain': route<readonly ThumbnailExplanation[]>()(
    z.strictObject({
      keys: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(mostExplained)),
    }),
  ),

  'activity.refreshes': route<readonly RefreshRecord[]>()(nothing),
  'activity.problems': route<readonly ProblemRecord[]>()(nothing),
  /** Copies one of the lists as text: no session, and of accounts no more than ids. */
  'activity.copy': route<null>()(z.strictObject({ list: z.enum(['refreshes', 'problems', 'requests']) })),

  'library.size': route<LibrarySize>()(nothing),
  /** Deletes what is cached of an account; the account and what the person made of it stay. */
  'library.clearAccount': route<LibrarySize>()(forAccount),
  'library.clearThumbnails': route<LibrarySize>()(nothing),
  'library.compact': route<CompactOutcome>()(nothing),
  'library.showInFolder': route<null>()(nothing),
  /** Whether the library's files can be written again. Throws why not. */
  'library.probe': route<null>()(nothing),

  'accounts.list': route<AccountsState>()(nothing),
  'accounts.exploreDemo': route<AccountsState>()(nothing),
  'accounts.follow': route<Account>()(z.strictObject({ text: z.string().check(z.maxLength(2000)) })),
  /** Each line of a pasted list by itself: one that fails stops no other. */
  'accounts.followAll': route<readonly FollowResult[]>()(
    z.strictObject({ text: z.string().check(z.maxLength(100_000)) }),
  ),
  'accounts.select': route<AccountsState>()(z.strictObject({ scope })),
  'accounts.edit': route<AccountsState>()(
    z.strictObject({
      accountId,
      nickname: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
      colour: z.nullable(z.enum(accountColours)),
    }),
  ),
  /** `position` counts from 0 in the list without the account itself. */
  'accounts.move': route<AccountsState>()(
    z.strictObject({ accountId, position: z.int().check(z.nonnegative()) }),
  ),
  /** Changes of the profile collection that are still on their way to Roblox. */
  'accounts.pendingChanges': route<number>()(forAccount),
  /** Takes the account out of Satchel. With `atRoblox` its session is ended there first: a failure changes nothing. */
  'accounts.signOut': route<AccountsState>()(
    z.strictObject({ accountId, atRoblox: z.boolean(), library: z.enum(['archive', 'delete']) }),
  ),
  'accounts.place': route<ViewPlace | null>()(z.strictObject({ scope })),
  'accounts.rememberPlace': route<null>()(z.strictObject({ scope, place })),

  /** Opens Roblox's sign-in page in a window of its own; answers when that has ended. */
  'signIn.open': route<SignInOutcome>()(nothing),
  'signIn.paste': route<SignInOutcome>()(nothing),
  /** After `keychainUnavailable`: tries the keychain again, or keeps the session in memory until Satchel ends. */
  'signIn.retryKeychain': route<SignInOutcome>()(nothing),
  /** Reads the entries again that the keychain did not give out before. */
  'signIn.reopenKeychain': route<AccountsState>()(nothing),
  'signIn.keepForThisRun': route<SignInOutcome>()(nothing),
  /** Closes the sign-in window, and gives up a session that waits for the keychain. */
  'signIn.cancel': route<null>()(nothing),

  /** In scope `all`: the trees of all accounts as one. */
  'categories.list': route<CategoryTree>()(z.strictObject({ scope })),
  'categories.refresh': route<RefreshOutcome>()(z.strictObject({ scope, isForced: z.boolean() })),

  ...itemRequests,

  /** In the person's order. */
  'savedViews.list': route<readonly SavedView[]>()(nothing),
  /** Adds a view at the end, or with its `id` changes a known one: `savedViewsFull`, `savedViewUnknown`. */
  'savedViews.save': route<SavedView>()(
    z.extend(view, {
      id: z.exactOptional(savedViewId),
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    }),
  ),
  /** `position` counts from 0 in the list without the view itself. */
  'savedViews.move': route<readonly SavedView[]>()(
    z.strictObject({ id: savedViewId, position: z.int().check(z.nonnegative()) }),
  ),
  'savedViews.remove': route<readonly SavedView[]>()(z.strictObject({ id: savedViewId })),

  ...collectionRequests,
  ...collectibleRequests,
  ...exchangeRequests,
  ...ownershipRequests,

  'profileCollection.list': route<ProfileCollection>()(forAccount),
  'profileCollection.refresh': route<RefreshOutcome>()(z.strictObject({ accountId, isForced: z.boolean() })),
  /**
   * Accepts changes at once, with a network or without. Answers how many the account waits for now. With `step` it goes on
   * with that step, as long as it is the last one: `undoOvertaken`.
   */
  'profileCollection.add': route<number>()(forItems),
  'profileCollection.remove': route<number>()(forItems),
  /** The same for some that go out so that others have room: one step, and what goes in waits for the room. */
  'profileCollection.swap': route<number>()(forSwap),

  /** Changes Roblox is still to hear of or has refused, of all accounts, in the order they were accepted. */
  'outbox.list': route<readonly OutboxChange[]>()(nothing),
  'outbox.retry': route<readonly OutboxChange[]>()(forChanges),
  'outbox.discard': route<readonly OutboxChange[]>()(forChanges),
  /** Copies the outbox as text: of accounts no more than ids. */
  'outbox.copy': route<null>()(nothing),

  /** Begins to refresh everything in the scope, whatever its age, or goes on with what was cut short or paused. */
  'refresh.start': route<RefreshProgress>()(z.strictObject({ scope })),
  'refresh.pause': route<RefreshProgress>()(z.strictObject({ scope })),
  /** Goes on with what was paused or cut short; begins nothing. */
  'refresh.resume': route<RefreshProgress>()(z.strictObject({ scope })),
  /** What was read so far stays; it is asked for again the next time. */
  'refresh.cancel': route<RefreshProgress>()(z.strictObject({ scope })),
  'refresh.state': route<RefreshProgress>()(nothing),

  'settings.read': route<Settings>()(nothing),
  /** Changes the settings it names and leaves the others. */
  'settings.change': route<Settings>()(z.custom<SettingsChange>(isSettingsChange)),
  /** Changes that refreshes brought, to any item or to one, newest first; `before` is the last page's end. */
  'timeline.list': route<TimelinePage>()(
    z.strictObject({
      scope,
      before: z.nullable(
        z.strictObject({
          refreshId: z.int().check(z.nonnegative()),
          entryId: z.int().check(z.nonnegative()),
        }),
      ),
      ...timelineFilter,
      item: z.exactOptional(itemRef),
    }),
  ),
  /** Losses nobody dismissed yet, over all accounts; `timeline.dismiss` answers those that are left. */
  'timeline.alerts': route<readonly LossAlert[]>()(nothing),
  'timeline.dismiss': route<readonly LossAlert[]>()(
    z.strictObject({ refreshId: z.int().check(z.positive()) }),
  ),
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<Name extends RequestName> = z.infer<Requests[Name]['input']>;
export type RequestOutput<Name extends RequestName> = Exclude<Requests[Name]['output'], undefined>;

/** State changes the main process announces. They say what to read again, never what to do. */
export interface Events {
  'accounts.changed': AccountsState;
  /** The sign-in page wanted to lead to a host that is not Roblox's; the window stayed where it was. */
  'signIn.hostRefused': { readonly host: string };
  'connectivity.changed': ConnectivityState;
  /** A file of the library cannot be written, or all can again. */
  'storage.changed': { readonly problems: readonly StorageProblem[] };
  /** Something was added to what Activity lists. */
  'activity.changed': { readonly list: ActivityList };
  'categories.changed': { readonly accountId: number };
  /** As pages of a refresh are committed, a few times a second (`isComplete` false), and at its end. */
  'items.changed': {
    readonly accountId: number;
    readonly category: string;
    readonly isComplete: boolean;
    /** Copies committed so far by the refresh under way. */
    readonly received: number;
  };
  'savedViews.changed': readonly SavedView[];
  /** The collectible copies of an account were read whole, or what was kept of them is another. */
  'collectibles.changed': { readonly accountId: number };
  /** `items` are the collections whose items changed, or the order of them. */
  'collections.changed': { readonly state: CollectionsState; readonly items: readonly number[] };
  'undo.changed': UndoState;
  'profileCollection.changed': { readonly accountId: number };
  /** Changes of an account's profile collection were accepted, settled or given up; Roblox has just refused some. */
  'outbox.changed': { readonly accountId: number; readonly refused: readonly OutboxChange[] };
  'refresh.changed': RefreshProgress;
  /** Answers came, or asking stands otherwise; with `isListChanged` all of it is to be read again. */
  'ownership.changed': {
    readonly progress: OwnershipProgress;
    readonly cells: readonly ChangedCell[];
    readonly isListChanged: boolean;
  };
  'settings.changed': Settings;
  'backups.changed': BackupState;
  /** A refresh brought changes, or an alert was dismissed (then of no one account). */
  'timeline.changed': { readonly accountId: number | null };
  /** A damaged file of the library was found and set aside; an empty one took its place. */
  'files.setAside': { readonly file: string };
  'menu.chosen': { readonly command: MenuCommand };
}

export type EventName = keyof Events;

export const eventNames: readonly EventName[] = [
  'accounts.changed',
  'signIn.hostRefused',
  'connectivity.changed',
  'storage.changed',
  'activity.changed',
  'categories.changed',
  'items.changed',
  'savedViews.changed',
  'collectibles.changed',
  'collections.changed',
  'undo.changed',
  'profileCollection.changed',
  'outbox.changed',
  'refresh.changed',
  'ownership.changed',
  'settings.changed',
  'backups.changed',
  'timeline.changed',
  'files.setAside',
  'menu.chosen',
];

/** What the preload puts on `window.satchel`. The transport never rejects: it answers a Result. */
export interface SatchelBridge {
  request(name: string, input: unknown): Promise<unknown>;
  /** Returns its unsubscribe. */
  listen(name: string, listener: (payload: unknown) => void): () => void;
}
