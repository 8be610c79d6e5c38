import { createRouter, createWebHashHistory } from 'vue-router';
import { viewPaths } from '../shared/view-paths.ts';
import HomeView from './features/categories/HomeView.vue';
import { itemPathPattern } from './features/items/item-path.ts';
import CategoryPage from './features/items/CategoryPage.vue';
import SavedViewPage from './features/items/SavedViewPage.vue';
import { laterView } from './later-parts.ts';

const CollectionPage = laterView(() => import('./CollectionPage.vue'));
const ActivityView = laterView(() => import('./features/activity/ActivityView.vue'));
const CollectiblesView = laterView(() => import('./features/collectibles/CollectiblesView.vue'));
const CollectionTrash = laterView(() => import('./features/collections/CollectionTrash.vue'));
const UnfiledPage = laterView(() => import('./features/items/UnfiledPage.vue'));
const OwnershipView = laterView(() => import('./features/ownership/OwnershipView.vue'));
const ProfileCollectionView = laterView(
  () => import('./features/profile-collection/ProfileCollectionView.vue'),
);
const ItemPage = laterView(() => import('./ItemPage.vue'));
const SettingsView = laterView(() => import('./features/settings/SettingsView.vue'));
const TimelineView = laterView(() => import('./features/timeline/TimelineView.vue'));

/** The places inside the window. Kept behind `#`, so the page's own address never changes. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: HomeView },
    {
      path: viewPaths.category,
      name: 'category',
      component: CategoryPage,
      // It stays on screen while another scope's view is chosen: what it then shows is patched, not built.
      meta: { waitsForMoves: true },
    },
    { path: viewPaths.savedView, name: 'savedView', component: SavedViewPage },
    // Before those of a number: theirs are words.
    { path: '/collections/trash', name: 'collectionTrash', component: CollectionTrash },
    { path: '/collections/unfiled', name: 'unfiled', component: UnfiledPage },
    { path: '/collections/:id', name: 'collection', component: CollectionPage },
    { path: itemPathPattern, name: 'item', component: ItemPage },
    { path: '/profile-collection', name: 'profileCollection', component: ProfileCollectionView },
    // Nobody's views: an account is never brought back to them.
    { path: '/settings', name: 'settings', component: SettingsView, meta: { isOfAccount: false } },
    { path: '/activity', name: 'activity', component: ActivityView, meta: { isOfAccount: false } },
    { path: '/collectibles', name: 'collectibles', component: CollectiblesView },
    { path: '/ownership', name: 'ownership', component: OwnershipView, meta: { isOfAccount: false } },
    { path: '/timeline', name: 'timeline', component: TimelineView },
    { path: '/:rest(.*)', redirect: '/' },
  ],
});
