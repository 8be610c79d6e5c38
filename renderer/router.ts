import { createRouter, createWebHashHistory } from 'vue-router';
import HomeView from './features/categories/HomeView.vue';
import CategoryPage from './features/items/CategoryPage.vue';
import SavedViewPage from './features/items/SavedViewPage.vue';
import ProfileCollectionView from './features/profile-collection/ProfileCollectionView.vue';

/** The places inside the window. Kept behind `#`, so the page's own address never changes. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: HomeView },
    { path: '/category/:key', name: 'category', component: CategoryPage },
    { path: '/saved/:id', name: 'savedView', component: SavedViewPage },
    { path: '/profile-collection', name: 'profileCollection', component: ProfileCollectionView },
    { path: '/:rest(.*)', redirect: '/' },
  ],
});
