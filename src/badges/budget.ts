/** Putting badges back that the page threw out: a limit, so that we never fight a page for its rows. */
export interface Budget {
  /** True when one more round is allowed at `nowMs`; counts it. */
  take(nowMs: number): boolean;
  /** Milliseconds until a refused round may be tried again. */
  waitMs(nowMs: number): number;
}

export function createBudget(rounds: number, perMs: number, pauseMs: number): Budget {
  let taken: number[] = [];
  let pausedUntilMs = Number.NEGATIVE_INFINITY;
  return {
    take(nowMs) {
      if (nowMs < pausedUntilMs) return false;
      taken = taken.filter((each) => nowMs - each < perMs);
      if (taken.length >= rounds) {
        taken = [];
        pausedUntilMs = nowMs + pauseMs;
        return false;
      }
      taken.push(nowMs);
      return true;
    },
    waitMs: (nowMs) => Math.max(0, pausedUntilMs - nowMs),
  };
}
