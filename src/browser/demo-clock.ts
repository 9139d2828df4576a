/**
 * The clock that everything else is handed. It is the machine's, unless the demo has set an offset:
 * a sample shop as of another day then reads as it would have on that day. Nothing in the product's
 * own pages sets it.
 */
export const CLOCK_OFFSET_KEY = 'demo:clock-offset-ms';

export interface DemoClock {
  nowMs(): number;
  /** Milliseconds that the demo shifts the clock by; 0 in normal use. */
  offsetMs(): number;
  /** Resolves when a stored offset has been read. */
  ready: Promise<void>;
}

export function createDemoClock(
  read: (key: string) => Promise<unknown>,
  onChange?: (handle: (keys: string[]) => void) => void,
): DemoClock {
  let offset = 0;
  const refresh = async (): Promise<void> => {
    const stored = await read(CLOCK_OFFSET_KEY);
    offset = typeof stored === 'number' && Number.isFinite(stored) ? stored : 0;
  };
  onChange?.((keys) => {
    if (keys.includes(CLOCK_OFFSET_KEY)) void refresh();
  });
  return { nowMs: () => Date.now() + offset, offsetMs: () => offset, ready: refresh() };
}
