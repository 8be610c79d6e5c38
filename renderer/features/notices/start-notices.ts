import { listen, request } from '../../ipc.ts';
import { say } from '../../i18n.ts';
import { useNoticeStore } from './notice.store.ts';

/**
 * Tells of a damaged cache that was set aside: before there was a window, and from now on. What cannot be fetched again
 * has a banner of its own (features/storage), which stays until it is read.
 */
export async function announceFilesSetAside(): Promise<void> {
  const notices = useNoticeStore();
  const tell = (file: string) => {
    if (!file.startsWith('cache')) return;
    notices.show('problem', say('notices.setAside'), [
      say('notices.setAsideFile', { file }),
      say('notices.cacheSetAside'),
    ]);
  };
  listen('files.setAside', ({ file }) => tell(file));
  const { filesSetAside } = await request('app.status', {});
  filesSetAside.forEach(tell);
}
