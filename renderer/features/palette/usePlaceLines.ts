import {
  Activity,
  Bookmark,
  Gem,
  History,
  Inbox,
  LayoutGrid,
  ListFilter,
  Grid2x2Check,
  Settings,
  Trash2,
} from '@lucide/vue';
import { computed, type Component, type ComputedRef } from 'vue';
import { useRouter } from 'vue-router';
import { allItemsKey } from '../../../shared/category-keys.ts';
import { say } from '../../i18n.ts';
import { activityTabs, useActivityStore } from '../activity/activity.store.ts';
import { categoryIcon } from '../categories/category-icon.ts';
import { useCategoryStore } from '../categories/category.store.ts';
import { collectibleTabs, useCollectibleChoicesStore } from '../collectibles/collectible-choices.store.ts';
import { trashPath, unfiledPath } from '../collections/collection-path.ts';
import { useSavedViewStore } from '../saved-views/saved-view.store.ts';
import { useOpenView } from '../saved-views/useOpenView.ts';
import type { PaletteLine } from './palette-line.ts';

/** The views of the window: the fixed ones, those a person saved, and every category of the scope on screen. */
export function usePlaceLines(): ComputedRef<readonly PaletteLine[]> {
  const categories = useCategoryStore();
  const savedViews = useSavedViewStore();
  const collectibles = useCollectibleChoicesStore();
  const activity = useActivityStore();
  const router = useRouter();
  const openView = useOpenView();

  function lineTo(path: string, label: string, icon: Component, hint = ''): PaletteLine {
    return { key: path, group: 'places', label, hint, icon, carryOut: () => void router.push(path) };
  }

  /** A part of a view, which remembers the one that was chosen last. */
  function tabLine<Tab extends string>(
    path: string,
    chosen: { tab: Tab },
    tab: Tab,
    words: Pick<PaletteLine, 'label' | 'hint' | 'icon'>,
  ): PaletteLine {
    const carryOut = () => {
      chosen.tab = tab;
      void router.push(path);
    };
    return { key: `${path}/${tab}`, group: 'places', ...words, carryOut };
  }

  return computed(() => [
    lineTo(categoryPath(allItemsKey), say('categories.allItems'), LayoutGrid),
    lineTo('/collectibles', say('collectibles.title'), Gem),
    lineTo('/profile-collection', say('collection.title'), Bookmark),
    lineTo('/timeline', say('timeline.title'), History),
    lineTo('/ownership', say('ownership.title'), Grid2x2Check),
    lineTo(unfiledPath, say('filters.unfiled'), Inbox),
    lineTo('/activity', say('activity.title'), Activity),
    lineTo('/settings', say('settings.title'), Settings),
    lineTo(trashPath, say('collections.trashTitle'), Trash2),
    ...collectibleTabs.map((tab) =>
      tabLine('/collectibles', collectibles, tab, {
        ...{ label: say(`collectibles.tab.${tab}`), hint: say('collectibles.title'), icon: Gem },
      }),
    ),
    ...activityTabs.map((tab) =>
      tabLine('/activity', activity, tab, {
        ...{ label: say(`activity.${tab}`), hint: say('activity.title'), icon: Activity },
      }),
    ),
    ...savedViews.views.map((view): PaletteLine => ({
      ...{ key: `view/${view.id}`, group: 'places', label: view.name, hint: say('palette.savedView') },
      ...{ icon: ListFilter, carryOut: () => openView(view) },
    })),
    ...categories.all.map((category) => {
      const group = categories.groupNameOf(category) ?? '';
      const where = category.list === 'favorites' ? say('palette.favourites') : group;
      return lineTo(categoryPath(category.key), category.name, categoryIcon(group || category.name), where);
    }),
  ]);
}

function categoryPath(key: string): string {
  return `/category/${encodeURIComponent(key)}`;
}
