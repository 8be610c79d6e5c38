import { createRouter, createWebHashHistory } from 'vue-router';
import HomeView from './features/categories/HomeView.vue';
import CategoryPage from './features/items/CategoryPage.vue';
import ActivityView from './features/activity/ActivityView.vue';
import SavedViewPage from './features/items/SavedViewPage.vue';
import ProfileCollectionView from './features/profile-collection/ProfileCollectionView.vue';
import SettingsView from './features/settings/SettingsView.vue';
import TimelineView from './features/timeline/TimelineView.vue';

/** The places inside the window. Kept behind `#`, so the page's own address never changes. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: HomeView },
    { path: '/category/:key', name: 'category', component: CategoryPage },
    { path: '/saved/:id', name: 'savedView', component: SavedViewPage },
    { path: '/profile-collection', name: 'profileCollection', component: ProfileCollectionView },
    // Nobody's views: an account is never brought back to them.
    { path: '/settings', name: 'settings', component: SettingsView, meta: { isOfAccount: false } },
    { path: '/activity', name: 'activity', component: ActivityView, meta: { isOfAccount: false } },
    { path: '/timeline', name: 'timeline', component: TimelineView },
    { path: '/:rest(.*)', redirect: '/' },
  ],
});
