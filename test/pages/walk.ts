/** The walk over all page cases: what must hold, whoever reads them (a DOM in memory, a real browser). */
import { describe, expect, it } from 'vitest';
import { differences, listCases, loadCase, loadExpected, type PageCase } from './case';
import type { CaseReading } from './case-reading';

export function walkCases(where: string, read: (page: PageCase) => Promise<CaseReading>): void {
  describe(`page cases in ${where}`, () => {
    it.each(listCases())('%s', async (name) => {
      const page = loadCase(name);
      const { readable = {}, misplaced } = await read(page);
      const expected = loadExpected(page);
      if (page.about.expectedFailures.length === 0) expect(readable).toEqual(expected);
      // An improvement fails too, until the list is shortened.
      expect(differences(readable, expected).sort()).toEqual(
        [...page.about.expectedFailures].sort(),
      );
      expect(misplaced, 'a badge never stands between rows').toEqual([]);
      const text = JSON.stringify(readable);
      for (const secret of page.about.pii) {
        expect(page.source, `${secret} is not even on the page`).toContain(secret);
        expect(text, 'no personal data leaves the reader').not.toContain(secret);
      }
    });
  });
}
