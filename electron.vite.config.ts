import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import { eventNames, requests } from './shared/ipc.ts';

const root = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      // Half the text to read is half the wait before the first question at a start.
      minify: true,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          'library-thread': resolve(root, 'electron/library/library-thread.ts'),
        },
      },
    },
  },
  preload: {
    define: {
      contractNames: JSON.stringify({ requests: Object.keys(requests), events: eventNames }),
    },
    build: {
      minify: true,
      // A sandboxed preload is CommonJS and can require nothing but electron: everything is bundled in.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [vue()],
    // Nothing here is written with options, and nobody inspects a build.
    define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false, __INTLIFY_PROD_DEVTOOLS__: false },
    // The page's own address has no port and, on the Chromium host, another protocol: the socket is told its own.
    server: { hmr: { protocol: 'ws', host: 'localhost' } },
    build: {
      minify: true,
      // Everything is a file of the build, never a data: address, so `img-src 'self'` suffices.
      assetsInlineLimit: 0,
      // The parts that are loaded later find their looks here: in one order, whatever is opened first.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        // One file for all the first screen needs: each one more is another question before it.
        output: { codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] } },
      },
    },
  },
});
