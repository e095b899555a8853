import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';

// Only what a page uses is bundled: Element Plus through the resolver, ECharts through `charts/`. Chunks stay as the bundler cuts
// them: groups set by hand drag the charts into the first page.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [vue(), Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] })],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2020', chunkSizeWarningLimit: 600 },
  server: { proxy: { '/api': process.env.MINGJING_API ?? 'http://127.0.0.1:3000' } },
});
