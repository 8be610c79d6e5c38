import { createRouter, createWebHashHistory } from 'vue-router';
import HomeView from './features/categories/HomeView.vue';
import CategoryPage from './features/items/CategoryPage.vue';
import ProfileCollectionView from './features/profile-collection/ProfileCollectionView.vue';
import TimelineView from './features/timeline/TimelineView.vue';

/** The places inside the window. Kept behind `#`, so the page's own address never changes. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: HomeView },
    { path: '/category/:key', name: 'category', component: CategoryPage },
    { path: '/profile-collection', name: 'profileCollection', component: ProfileCollectionView },
    { path: '/timeline', name: 'timeline', component: TimelineView },
    { path: '/:rest(.*)', redirect: '/' },
  ],
});
