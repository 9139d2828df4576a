import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      'test/{unit,pages,integration,contract}/**/*.test.{ts,tsx}',
      'test/backend/**/*.test.mjs',
    ],
    exclude: ['**/node_modules/**'],
    setupFiles: ['test/unit/property-seed.ts'],
    // One core less than there are is the default: on two cores that is one file at a time.
    maxWorkers: '100%',
    testTimeout: 20_000,
  },
});
