import { onScopeDispose, provide } from 'vue';
import { listen, request } from '../../ipc.ts';
import { missingPictures } from '../../ui/missing-picture.ts';

const thumbnailAddress = /^thumb\/([\w-]+)$/;

/** Lets every picture below say why it is missing, and ask again when Roblox can be reached. */
export function usePictureReasons(): void {
  const waiting = new Set<() => void>();
  onScopeDispose(
    listen('connectivity.changed', ({ connectivity }) => {
      if (connectivity === 'online') for (const again of [...waiting]) again();
    }),
  );
  provide(missingPictures, {
    async explain(source) {
      const [, key] = thumbnailAddress.exec(source) ?? [];
      if (!key) return null;
      return request('thumbnails.explain', { key }).catch(() => null);
    },
    onReturn(again) {
      waiting.add(again);
      return () => waiting.delete(again);
    },
  });
}
