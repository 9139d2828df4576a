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
    testTimeout: 20_000,
  },
});
