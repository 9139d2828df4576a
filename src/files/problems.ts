/** Collects what went wrong, by kind and column: a hundred thousand bad cells are one line in the preview. */
import type { Problem, ProblemCode } from './problem-types';

const LINES_KEPT = 5;

export interface Problems {
  add(code: ProblemCode, line: number, at?: { column: number; header: string }): void;
  /** Most frequent first. */
  list(): Problem[];
}

export function createProblems(): Problems {
  const known = new Map<string, Problem>();
  return {
    add(code, line, at) {
      const key = `${code}:${at?.column ?? ''}`;
      const problem = known.get(key);
      if (!problem) {
        known.set(key, { code, ...at, lines: [line], count: 1 });
        return;
      }
      problem.count += 1;
      if (problem.lines.length < LINES_KEPT && problem.lines.at(-1) !== line) {
        problem.lines.push(line);
      }
    },
    list() {
      return [...known.values()].sort(
        (a, b) =>
          b.count - a.count || a.code.localeCompare(b.code) || (a.column ?? 0) - (b.column ?? 0),
      );
    },
  };
}
