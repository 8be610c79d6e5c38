import { listen, request } from '../../ipc.ts';
import { say } from '../../i18n.ts';
import { onPartMissing } from '../../later-parts.ts';
import { useNoticeStore } from './notice.store.ts';

/**
 * Tells of a damaged cache that was set aside: before there was a window, and from now on. What cannot be fetched again
 * has a banner of its own (features/storage), which stays until it is read.
 */
export async function announceFilesSetAside(): Promise<void> {
  const notices = useNoticeStore();
  const told = new Set<string>();
  const tell = (file: string) => {
    // What happened while the window opened is told by both.
    if (!file.startsWith('cache') || told.has(file)) return;
    told.add(file);
    notices.show('problem', say('notices.setAside'), [
      say('notices.setAsideFile', { file }),
      say('notices.cacheSetAside'),
    ]);
  };
  listen('files.setAside', ({ file }) => tell(file));
  const { filesSetAside } = await request('app.status', {});
  filesSetAside.forEach(tell);
}

/** Tells of a file of Satchel's own that cannot be read: what it holds would just not appear. */
export function announceMissingParts(): void {
  const notices = useNoticeStore();
  onPartMissing(() => notices.show('problem', say('notices.partMissing'), [say('notices.partMissingHint')]));
}
