import { collectibleHandlers } from './collectible-handlers.ts';
import { chooseExportFile, chooseImportFile, copyText, showLibrary } from './desktop.ts';
import { createExchangeHandlers } from './exchange-handlers.ts';
import type { FirstScreen } from './first-screen.ts';
import type { Handlers } from './ipc.ts';
import { itemHandlers } from './item-handlers.ts';
import { ownershipHandlers } from './ownership-handlers.ts';
import { CollectionExchange } from './services/collection-exchange.ts';
import type { Services } from './services.ts';
import { activityText } from './sync/activity-text.ts';
import { inSlices } from './sync/in-slices.ts';
import { RefreshScope } from './sync/refresh-scope.ts';

/** Every route, one delegating line each: the list of what a page may ask. */
export function createHandlers(services: Services, firstScreen: FirstScreen): Handlers {
  const { accounts, book, care, connectivity, engine, following, journal, ledger, library } = services;
  const { outbox, refresh, signIn } = services;
  const files = new CollectionExchange({
    files: library.collectionFiles,
    chooseExportFile,
    chooseImportFile,
  });
  const refreshScope = new RefreshScope(library, book, refresh);
  return {
    'app.status': () => services.status(),
    'app.started': () => firstScreen.stands(),
    'app.copyText': ({ text }) => copyText(text),
    'connectivity.set': (input) => connectivity.set(input.connectivity),
    'connectivity.tryNow': () => connectivity.tryNow(),
    'connectivity.hint': ({ isOnline }) => {
      connectivity.hint(isOnline);
      return null;
    },
    'ledger.list': () => ledger.list(),
    'ledger.recent': () => ledger.recent(),
    'thumbnails.explain': ({ keys }) => services.thumbnails.explainAll(keys),

    'activity.refreshes': () => journal.refreshes(),
    'activity.problems': () => journal.problems(),
    'activity.copy': async ({ list }) => copyText(await activityText(list, journal, ledger)),

    'library.size': () => library.storage.size(),
    'library.clearAccount': ({ accountId }) => care.clearAccount(accountId),
    'library.clearThumbnails': () => care.clearThumbnails(),
    'library.compact': () => library.storage.compact(),
    'library.showInFolder': () => showLibrary(),
    'library.probe': async () => {
      await library.storage.probe();
      return null;
    },

    'accounts.list': () => accounts.state(),
    'accounts.exploreDemo': () => following.exploreDemo(),
    'accounts.follow': ({ text }) => following.follow(text),
    'accounts.followAll': ({ text }) => following.followAll(text),
    'accounts.select': ({ scope }) => accounts.select(scope),
    'accounts.edit': ({ accountId, nickname, colour }) => accounts.edit(accountId, nickname, colour),
    'accounts.move': ({ accountId, position }) => accounts.move(accountId, position),
    'accounts.pendingChanges': ({ accountId }) => outbox.pending(accountId),
    'accounts.signOut': ({ accountId, ...wishes }) => accounts.signOut(accountId, wishes),
    'accounts.place': ({ scope }) => accounts.place(scope),
    'accounts.rememberPlace': ({ scope, place }) => accounts.rememberPlace(scope, place),

    'signIn.open': () => signIn.open(),
    'signIn.paste': () => signIn.paste(),
    'signIn.retryKeychain': () => signIn.retryKeychain(),
    'signIn.reopenKeychain': () => services.reopenKeychain(),
    'signIn.keepForThisRun': () => signIn.keepForThisRun(),
    'signIn.cancel': () => signIn.cancel(),

    'categories.list': ({ scope }) => inSlices(() => library.categories.tryTree(scope)),
    'categories.refresh': ({ scope, isForced }) => refreshScope.categories(scope, isForced),

    ...itemHandlers(services, refreshScope),

    'savedViews.list': () => library.savedViews.list(),
    'savedViews.save': (input) => services.tellOfViews(library.savedViews.save(input)),
    'savedViews.move': ({ id, position }) => services.tellOfViews(library.savedViews.move(id, position)),
    'savedViews.remove': ({ id }) => services.tellOfViews(library.savedViews.remove(id)),

    'collections.list': () => library.collections.state(),
    'collections.create': (wish) => services.tellOfCollections(library.collections.create(wish)),
    'collections.edit': (wish) => services.tellOfCollections(library.collections.edit(wish)),
    'collections.move': ({ id, parentId, position }) =>
      services.tellOfCollections(library.collections.move(id, parentId, position)),
    'collections.trash': ({ id }) => services.tellOfCollections(library.collections.trash(id)),
    'collections.restore': ({ id }) => services.tellOfCollections(library.collections.restore(id)),
    'collections.emptyTrash': () => services.tellOfCollections(library.collections.emptyTrash()),
    'collections.add': ({ id, items, position, step }) =>
      services.tellOfCollections(library.filing.add(id, items, position, step)),
    'collections.remove': ({ id, items, step }) =>
      services.tellOfCollections(library.filing.remove(id, items, step)),
    'collections.transfer': ({ from, to, step, ...moving }) =>
      services.tellOfCollections(library.filing.transfer(from, to, moving, step)),
    'collections.arrange': ({ id, items, position }) =>
      services.tellOfCollections(library.filing.arrange(id, items, position)),
    'collections.items': ({ page, ...query }) => library.collectionPages.page(query, page),
    'collections.of': ({ items }) => library.filing.of(items),
    'collections.export': ({ ids, format }) => files.export(ids, format),
    'collections.previewImport': ({ source }) => files.previewImport(source),
    'collections.import': ({ token, parentId, name }) =>
      services.tellOfCollections(library.collectionFiles.import(token, parentId, name)),

    ...collectibleHandlers(services, refreshScope),
    ...createExchangeHandlers(services),

    'undo.state': () => library.undo.state(),
    'undo.undo': ({ step }) => services.tellOfStep(library.undo.undo(step)),
    'undo.redo': ({ step }) => services.tellOfStep(library.undo.redo(step)),

    'profileCollection.list': ({ accountId }) => library.profileItems.read(accountId),
    'profileCollection.refresh': ({ accountId, isForced }) => refresh.profileCollection(accountId, isForced),
    'profileCollection.add': ({ accountId, items, step }) => outbox.accept(accountId, 'in', items, step),
    'profileCollection.remove': ({ accountId, items, step }) => outbox.accept(accountId, 'out', items, step),
    'profileCollection.swap': ({ accountId, out, in: wanted }) => outbox.swap(accountId, out, wanted),

    'outbox.list': () => outbox.list(),
    'outbox.retry': ({ accountId, sequences }) => outbox.retry(accountId, sequences),
    'outbox.discard': ({ accountId, sequences }) => outbox.discard(accountId, sequences),
    'outbox.copy': async () => copyText(await outbox.text()),

    'refresh.start': ({ scope }) => engine.start(scope, true),
    'refresh.pause': ({ scope }) => engine.pause(scope),
    'refresh.resume': ({ scope }) => engine.resume(scope),
    'refresh.cancel': ({ scope }) => engine.cancel(scope),
    'refresh.state': () => engine.state(),

    ...ownershipHandlers(services),

    'settings.read': () => library.settings.read(),
    'settings.change': (change) => care.changeSettings(change),
    'timeline.list': ({ scope, ...filter }) => library.timeline.list(scope, filter),
    'timeline.alerts': () => library.timeline.alerts(),
    'timeline.dismiss': ({ refreshId }) => services.dismissLosses(refreshId),
  };
}
