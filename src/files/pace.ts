/** Long work in short steps: after each the event loop turns, so that a worker hears "cancel". */
import { FileFailure } from './failure';

export interface Pace {
  /** Lets the event loop turn once. Throws `cancelled` when the signal was raised. */
  step(): Promise<void>;
  /** Frees the channel; call it when done. */
  end(): void;
}

/** A message to oneself, not a timer: nested timers wait 4 ms each. */
export function createPace(signal: AbortSignal | undefined): Pace {
  const { port1, port2 } = new MessageChannel();
  let wake: (() => void) | undefined;
  port1.onmessage = () => wake?.();
  return {
    async step() {
      throwIfCancelled(signal);
      await new Promise<void>((resolve) => {
        wake = resolve;
        port2.postMessage(0);
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
