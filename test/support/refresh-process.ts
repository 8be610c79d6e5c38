import { Library } from '../../electron/library/library.ts';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { createServices } from '../../electron/services.ts';
import { MemoryVault } from './memory-vault.ts';
import { noDialogs } from './no-dialogs.ts';

// Satchel without its window, for tests that kill it: refreshes everything of the lent account and ends. Goes on with what an
// earlier one left.
const [, , folder = '', account = ''] = process.argv;
const accountId = Number(account);

const services = await createServices({
  openLibrary: (onSetAside) => inThisThread(new Library(folder, onSetAside)),
  version: '0.0.0-test',
  environment: process.env,
  emit: () => undefined,
  vault: new MemoryVault(),
  dialogs: noDialogs,
  dataFolder: folder,
  clipboard: { read: () => Promise.resolve(''), clear: () => undefined },
  openSignInWindow: () => {
    throw new Error('Nobody is here to sign in');
  },
});
await services.prepare();
const known = await services.library.refreshRuns.find(accountId);
if (!known) await services.engine.start(accountId, true);
while ((await services.library.refreshRuns.find(accountId))?.finishedAt == null)
  await new Promise((resolve) => setTimeout(resolve, 20));
const shown = services.engine.state().accounts[0];
await services.close();
process.stdout.write(JSON.stringify(shown));
