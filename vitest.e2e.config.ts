import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take longest: begun first, so that no core stands idle at the end. */
const FIRST = ['main-job', 'reading', 'import', 'dashboard', 'durability'];
const rank = ({ moduleId }: TestSpecification): number =>
  (FIRST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`)) + FIRST.length + 1) %
  (FIRST.length + 1);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

/**
 * Real Chromium against the sample back-end. Two files at a time: each has its own browsers, profiles,
 * clipboards and ports, and a browser waits more than it works.
 */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
