/** Trying a fit on days it never saw: leave one out, its error beside the default's. */

export interface Trial {
  days: number;
  /** Mean absolute error on held-out days. */
  error: number;
  defaultError: number;
  /** The fit is better than the default by more than rounding noise. */
  beats: boolean;
}

/** Held-out days tried at most, evenly spread: the popup waits for the answer. */
const MOST_HELD_OUT = 5;
/** An improvement below this is chance: 5 % of the default's error. */
const LEAST_GAIN = 0.05;

/**
 * @param errorOf the fit's absolute error on `days[index]` when made from all the others
 * @param defaultErrorOf the default's on the same day
 */
export function tryHeldOut<T>(
  days: readonly T[],
  errorOf: (held: T, others: T[]) => number,
  defaultErrorOf: (held: T, others: T[]) => number,
): Trial {
  const step = Math.max(1, days.length / MOST_HELD_OUT);
  let tried = 0;
  let error = 0;
  let defaultError = 0;
  for (let at = 0; at < days.length; at += step) {
    const index = Math.floor(at);
    const held = days[index] as T;
    const others = days.filter((_, i) => i !== index);
    error += errorOf(held, others);
    defaultError += defaultErrorOf(held, others);
    tried++;
  }
  const mean = (sum: number): number => (tried > 0 ? sum / tried : 0);
  return {
    days: days.length,
    error: mean(error),
    defaultError: mean(defaultError),
    beats: tried > 0 && error < defaultError * (1 - LEAST_GAIN) - 1e-9,
  };
}
