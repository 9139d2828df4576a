import type { SessionWindow } from '../../../src/capture/session';

export interface FakeWindow extends SessionWindow {
  nowMs: number;
  /** Moves the clock in steps, running due timers and letting real observers report in between. */
  advance(ms: number): Promise<void>;
  measured: number;
}

/** A window whose timers the test moves; the MutationObserver is the real one. */
export function fakeWindow(): FakeWindow {
  const timers = new Map<number, { dueMs: number; run: () => void }>();
  let nextId = 1;
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const add = (run: () => void, ms: number): number => {
    timers.set(nextId, { dueMs: fake.nowMs + ms, run });
    nextId += 1;
    return nextId - 1;
  };
  const fake: FakeWindow = {
    nowMs: Date.UTC(2026, 8, 22, 4),
    measured: 0,
    setTimeout: add,
    clearTimeout: (id) => void timers.delete(id),
    requestIdleCallback: (run) => add(run, 5),
    cancelIdleCallback: (id) => void timers.delete(id),
    MutationObserver,
    performance: {
      now: () => 0,
      measure: (name: string) => {
        if (name === 'scorelens:read') fake.measured += 1;
        return undefined as never;
      },
      clearMeasures: () => undefined,
    },
    advance: async (ms) => {
      const endMs = fake.nowMs + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].sort((a, b) => a[1].dueMs - b[1].dueMs);
        if (!next || next[1].dueMs > endMs) break;
        timers.delete(next[0]);
        fake.nowMs = Math.max(fake.nowMs, next[1].dueMs);
        next[1].run();
        await settle();
      }
      fake.nowMs = endMs;
    },
  };
  return fake;
}
