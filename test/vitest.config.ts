import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  test: {
    root: resolve(import.meta.dirname, '..'),
    include: ['test/**/*.test.ts'],
    // A hung socket must end as a failure here, not as the CI's time limit.
    testTimeout: 20_000,
    // What is waited for comes; on a machine with much to do it comes later.
    expect: { poll: { timeout: 10_000 } },
    // They wait for sockets and files more than they compute.
    maxWorkers: 3,
  },
});
