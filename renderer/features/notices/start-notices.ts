import { listen, request } from '../../ipc.ts';
import { say } from '../../i18n.ts';
import { useNoticeStore } from './notice.store.ts';

/** Tells of damaged files of the library that were set aside: before there was a window, and from now on. */
export async function announceFilesSetAside(): Promise<void> {
  const notices = useNoticeStore();
  const tell = (file: string) => {
    notices.show('problem', say('notices.setAside'), [
      say('notices.setAsideFile', { file }),
      say(file.startsWith('cache') ? 'notices.cacheSetAside' : 'notices.keepSetAside'),
    ]);
  };
  listen('files.setAside', ({ file }) => tell(file));
  const { filesSetAside } = await request('app.status', {});
  filesSetAside.forEach(tell);
}
