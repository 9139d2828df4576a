/** When to look: after changes, at a bounded rate, in the browser's idle time, never in a hidden tab. */

/** What the pacing needs of a window; tests pass their own. */
export interface PaceWindow {
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(id: number): void;
  /** Absent in Safari. */
  requestIdleCallback?(run: () => void, options: { timeout: number }): number;
  cancelIdleCallback?(id: number): void;
}

/**
 * A throttle, not a debounce: a page that changes all the time would starve a debounce. At 250 ms a page
 * change of a component table takes two scans, and one mutation per frame costs 0.7 % of a core.
 */
export const THROTTLE_MS = 250;
/** A busy page gives no idle time; half a second later we read anyway. */
const IDLE_TIMEOUT_MS = 500;

export interface Pace {
  /** Run after `ms` at the latest; earlier calls win, later ones are coalesced. */
  soon(ms?: number): void;
  /** Run once at or after `ms`, replacing the last such wish. Used where nothing may change by itself. */
  later(ms: number): void;
  /** Run in a task of its own, as soon as the page has had its turn. */
  next(): void;
  stop(): void;
}

export function createPace(win: PaceWindow, run: () => void): Pace {
  let timer: number | undefined;
  let idle: number | undefined;
  let retry: number | undefined;
  const fire = (): void => {
    idle = undefined;
    if (retry !== undefined) win.clearTimeout(retry);
    retry = undefined;
    run();
  };
  const soon = (ms = THROTTLE_MS): void => {
    if (timer !== undefined || idle !== undefined) return;
    timer = win.setTimeout(() => {
      timer = undefined;
      if (!win.requestIdleCallback) fire();
      else idle = win.requestIdleCallback(fire, { timeout: IDLE_TIMEOUT_MS });
    }, ms);
  };
  return {
    soon,
    later: (ms) => {
      if (retry !== undefined) win.clearTimeout(retry);
      retry = win.setTimeout(() => {
        retry = undefined;
        soon(0);
      }, ms);
    },
    next: () => {
      if (timer !== undefined) win.clearTimeout(timer);
      timer = win.setTimeout(() => {
        timer = undefined;
        fire();
      }, 0);
    },
    stop: () => {
      if (timer !== undefined) win.clearTimeout(timer);
      if (retry !== undefined) win.clearTimeout(retry);
      if (idle !== undefined) win.cancelIdleCallback?.(idle);
      timer = idle = retry = undefined;
    },
  };
}
