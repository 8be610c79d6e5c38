import '@fontsource-variable/inter/index.css';
import './styles/tokens.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { useAccountStore } from './features/accounts/account.store.ts';
import { useConnectivityStore } from './features/connectivity/connectivity.store.ts';
import { announceFilesSetAside } from './features/notices/start-notices.ts';
import { i18n } from './i18n.ts';
import { router } from './router.ts';

const app = createApp(App).use(createPinia()).use(i18n).use(router);
void useConnectivityStore().load();
void useAccountStore().load();
app.mount('#app');
void announceFilesSetAside();
