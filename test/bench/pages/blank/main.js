import { createApp, h } from 'vue';

createApp({ render: () => h('p', 'Blank') }).mount('#app');
