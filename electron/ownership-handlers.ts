import type { ownershipRequests } from '../shared/ownership-requests.ts';
import type { Handlers } from './ipc.ts';
import type { Services } from './services.ts';

/** The routes of the pasted list and of who owns what is on it. */
export function ownershipHandlers({
  library,
  ownership,
  ownershipExample,
}: Services): Pick<Handlers, keyof typeof ownershipRequests> {
  const { ownershipList } = library;
  const { engine } = ownership;
  return {
    'ownership.read': () => ownership.read(),
    'ownership.facts': ({ item }) => ownership.facts(item),
    'ownership.paste': ({ text, isNewList }) => ownership.tell(ownershipList.paste(text, isNewList)),
    'ownership.correct': ({ id, text }) => ownership.tell(ownershipList.correct(id, text)),
    'ownership.setType': async ({ lines, type }) => {
      await ownership.tell(ownershipList.setType(lines, type));
      return null;
    },
    'ownership.remove': ({ lines }) => ownership.tell(ownershipList.remove(lines)),
    'ownership.bringBack': () => ownership.tell(ownershipList.bringBack()),
    'ownership.leaveOut': async ({ accountIds }) => {
      await ownership.tell(ownershipList.leaveOut(accountIds));
      return null;
    },
    'ownership.start': ({ isForced }) => engine.start(isForced),
    'ownership.pause': () => engine.pause(),
    'ownership.cancel': () => engine.cancel(),
    'ownership.state': () => engine.state(),
    'ownership.example': () => ownershipExample(),
  };
}
