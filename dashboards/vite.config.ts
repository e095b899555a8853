import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig, type Plugin } from 'vite';

/** Leaves a `.gz` and a `.br` beside every script and style, so that the server compresses nothing while it serves. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    // The files as written: the bundle in memory is not final before that.
    async writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))) {
        const path = join(dir ?? '', name);
        const content = await readFile(path);
        await writeFile(`${path}.gz`, await promisify(gzip)(content));
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
      }
    },
  };
}

// Only what a page uses is bundled: Element Plus through the resolver, ECharts through `charts/`. Chunks stay as the bundler
// cuts them: groups set by hand drag the charts into the first page.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    vue(),
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    compressed(),
  ],
  // The manifest says what each page brings along; the test of first views reads it.
  build: { outDir: 'dist', emptyOutDir: true, manifest: true, target: 'es2020', chunkSizeWarningLimit: 600 },
  server: { proxy: { '/api': process.env.MINGJING_API ?? 'http://127.0.0.1:3000' } },
});
