import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router.js';
import './styles/base.css';
import './styles/parts.css';
import './styles/print.css';

createApp(App).use(router).mount('#app');
