import type { exchangeRequests } from '../shared/exchange-requests.ts';
import type { Handlers } from './ipc.ts';
import type { Services } from './services.ts';

/** Routes of lists to files, and of backups: one delegating line each. */
export function createExchangeHandlers(services: Services): Pick<Handlers, keyof typeof exchangeRequests> {
  const { backupDesk, listExport, library } = services;
  return {
    'exports.gather': ({ number, items }) => library.listExports.gather(number, items),
    'exports.begin': (wish) => listExport.begin(wish),
    'exports.go': ({ number }) => listExport.go(number),
    'exports.cancel': ({ number }) => listExport.cancel(number),
    'exports.show': () => listExport.show(),

    'backups.state': () => backupDesk.state(),
    'backups.make': () => backupDesk.make(),
    'backups.chooseFolder': ({ isUsual }) => backupDesk.chooseFolder(isUsual),
    'backups.showFolder': () => backupDesk.showFolder(),
    'backups.preview': () => backupDesk.preview(),
    'backups.restore': ({ token }) => backupDesk.restore(token),
  };
}
