/** Windows (考核周期): whole Beijing days counted back from today, so that today itself is never in one. */
import { dayStartMs, lastCompleteDay } from './time';

export interface WindowDays {
  /** First and last Beijing day, both included. */
  dayFrom: number;
  dayTo: number;
  /** [fromMs, toMs): the same as instants. */
  fromMs: number;
  toMs: number;
}

/** The window [from, to] "days back from today" at `nowMs`: [30, 1] = T-30 … T-1. */
export function windowDays(window: [number, number], nowMs: number): WindowDays {
  return windowEndingOn(window, lastCompleteDay(nowMs));
}

/** The window as it stood when `asOf` was the last complete day. */
export function windowEndingOn([from, to]: [number, number], asOf: number): WindowDays {
  const today = asOf + 1;
  const dayFrom = today - from;
  const dayTo = today - to;
  return { dayFrom, dayTo, fromMs: dayStartMs(dayFrom), toMs: dayStartMs(dayTo + 1) };
}

/** The first `asOf` whose window no longer holds a fact of `day` (roll-off, 出窗). */
export function leavesOn(day: number, [from]: [number, number]): number {
  return day + from;
}
