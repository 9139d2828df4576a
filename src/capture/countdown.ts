/** Ticking countdowns: `1天2小时3分4秒后自动同意`, `还剩 5天0小时30分`, `22小时31分12秒`. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/time';
import { isReadable } from './text';

const NUMBER = String.raw`(\d{1,4})`;
const UNITS = new RegExp(
  `(?:${NUMBER} ?天 ?)?(?:${NUMBER} ?(?:小时|时) ?)?(?:${NUMBER} ?(?:分钟|分) ?)?(?:${NUMBER} ?秒)?`,
  'g',
);
const BEFORE = /(?:剩|剩余|还有|倒计时)[:]? ?$/;
const AFTER = /^ ?(?:后|[,(]? ?(?:超时|未处理|逾期))/;

export interface Countdown {
  remainingMs: number;
  /** What happens then, in the page's words, e.g. 自动同意. */
  action?: string;
}

/**
 * The countdown in a line, or undefined. A lone `7天` is no countdown (七天无理由): it takes two units
 * that touch, or words such as 还剩 / 后 beside it. Units below the largest must be below 24 and 60.
 */
export function findCountdown(line: string): Countdown | undefined {
  if (!isReadable(line) || !/\d/.test(line)) return undefined;
  for (const match of line.matchAll(UNITS)) {
    const [whole, ...parts] = match;
    const given = parts.filter((part) => part !== undefined).length;
    if (given === 0) continue;
    const before = line.slice(0, match.index);
    const after = line.slice(match.index + whole.length);
    if (/[\d.:]$/.test(before)) continue;
    if (given < 2 && !BEFORE.test(before) && !AFTER.test(after)) continue;
    const remainingMs = toMs(parts);
    return remainingMs === undefined ? undefined : { remainingMs, ...actionOf(after) };
  }
  return undefined;
}

/** Milliseconds of the countdown in a text; undefined when there is none. */
export function parseCountdownMs(text: string): number | undefined {
  return findCountdown(text)?.remainingMs;
}

function toMs(parts: (string | undefined)[]): number | undefined {
  const [days, hours, minutes, seconds] = parts.map((part) => (part ? Number(part) : undefined));
  if (days !== undefined && (hours ?? 0) > 23) return undefined;
  if ((days ?? hours) !== undefined && (minutes ?? 0) > 59) return undefined;
  if ((days ?? hours ?? minutes) !== undefined && (seconds ?? 0) > 59) return undefined;
  return (
    (days ?? 0) * DAY_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * 1_000
  );
}

function actionOf(after: string): { action?: string } {
  const action = after
    .replace(/^[\s,(]*(?:后)?(?:超时)?(?:未处理)?[\s,]*/, '')
    .replace(/[\s,.。)]+$/, '');
  return action && action.length <= 30 && !/\d/.test(action) ? { action } : {};
}

/**
 * The deadline a countdown points at: now + remaining, to the nearest minute. Page and machine tick
 * apart, so the sum wavers by a second or two while it counts down; a minute absorbs that, and nearest
 * (not floor) keeps deadlines on a full minute, the common case, away from the rounding edge.
 */
export function dueAtMs(nowMs: number, remainingMs: number): number {
  return Math.round((nowMs + remainingMs) / MINUTE_MS) * MINUTE_MS;
}

/** The text with any countdown's digits blanked: equal texts differ by ticking only. */
export function withoutCountdown(line: string): string {
  return findCountdown(line) ? line.replace(/\d+/g, '#') : line;
}
