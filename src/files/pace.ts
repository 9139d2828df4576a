/** Long work in short steps: after each the event loop turns, so that a worker hears "cancel". */
import { FileFailure } from './failure';

export interface Pace {
  /** Counts work done, in bytes; now and then lets the event loop turn. Throws `cancelled` when asked to stop. */
  step(bytes: number): Promise<void>;
  /** Frees the channel; call it when done. */
  end(): void;
}

/** Tens of milliseconds of parsing. */
const TURN_BYTES = 262_144;
/**
 * Turns are messages to oneself, for nested timers wait 4 ms each. But messages may starve timers (they do
 * where tests run), so each fourth turn is a timer.
 */
const TIMER_TURNS = 4;

export function createPace(signal: AbortSignal | undefined): Pace {
  const { port1, port2 } = new MessageChannel();
  let wake: (() => void) | undefined;
  port1.onmessage = () => wake?.();
  let bytesDone = 0;
  let turns = 0;
  return {
    async step(bytes) {
      throwIfCancelled(signal);
      bytesDone += bytes;
      if (bytesDone < TURN_BYTES) return;
      bytesDone = 0;
      turns += 1;
      await new Promise<void>((resolve) => {
        if (turns % TIMER_TURNS === 0) setTimeout(resolve, 0);
        else {
          wake = resolve;
          port2.postMessage(0);
        }
      });
      throwIfCancelled(signal);
    },
    end() {
      port1.close();
      port2.close();
    },
  };
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new FileFailure('cancelled');
}
