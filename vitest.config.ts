import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      'test/{unit,pages,integration,contract}/**/*.test.{ts,tsx}',
      'test/backend/**/*.test.mjs',
    ],
    exclude: ['**/node_modules/**'],
    testTimeout: 20_000,
  },
});
