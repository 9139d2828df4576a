import { defineConfig } from 'vitest/config';

/** Real Chromium against the sample back-end: one file after the other, since each starts a browser. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
