import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router.js';
import { showFrameFocus } from './state/frame-focus.js';
import { applyTheme } from './state/theme.js';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './styles/theme.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/print.css';

applyTheme();
showFrameFocus();
createApp(App).use(router).mount('#app');
