/** Ticking countdowns: `1天2小时3分4秒后自动同意`, `还剩 5天0小时30分`, `22小时31分12秒`. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/time';
import { isReadable } from './text';

const UNITS =
  /(?=\d)(?:(\d{1,4}) ?天 ?)?(?:(\d{1,4}) ?小?时 ?)?(?:(\d{1,4}) ?分钟? ?)?(?:(\d{1,4}) ?秒)?/g;
const BEFORE = /(?:剩余?|还有|倒计时):? ?$/;
/** Time that has passed: 已逾期2小时3分, 处理用时 5分10秒. 距超时 and 即将超时 say what is left. */
const ELAPSED =
  /(?<!距离?|即将)(?:已(?:经|过|超|逾|等|延|处理|耗)[^\d,;()]{0,6}|用时|耗时|历时|逾期|超时|超过|等待|时长)[\s:约了]*$/;
const AGO = /^ ?(?:以|之)?前/;
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
  if (!/\d ?[天时分秒小]/.test(line) || !isReadable(line)) return undefined;
  for (const match of line.matchAll(UNITS)) {
    const [whole, ...units] = match;
    const given = units.filter(Boolean).length;
    const before = line.slice(0, match.index);
    const after = line.slice(match.index + whole.length);
    if (given === 0 || /[\d.:]$/.test(before)) continue;
    if ((ELAPSED.test(before) && !BEFORE.test(before)) || AGO.test(after)) continue;
    if (given < 2 && !BEFORE.test(before) && !AFTER.test(after)) continue;
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = units.map((unit) => Number(unit ?? 0));
    const [hasDays, hasHours, hasMinutes] = units.map(Boolean);
    if (hasDays && hours > 23) return undefined;
    if ((hasDays || hasHours) && minutes > 59) return undefined;
    if ((hasDays || hasHours || hasMinutes) && seconds > 59) return undefined;
    const remainingMs = days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1_000;
    const action = after
      .replace(/^[\s,(]*后?(?:超时)?(?:未处理)?[\s,]*/, '')
      .replace(/[\s,.。)]+$/, '');
    const isAction = action && action.length <= 30 && !/\d/.test(action);
    return isAction ? { remainingMs, action } : { remainingMs };
  }
  return undefined;
}

/**
 * The deadline a countdown points at: now + remaining, to the nearest minute. Page and machine tick
 * apart, so the sum wavers by a second or two while it counts down; a minute absorbs that, and nearest
 * (not floor) keeps deadlines on a full minute, the common case, away from the rounding edge.
 */
export function dueAtMs(nowMs: number, remainingMs: number): number {
  return Math.round((nowMs + remainingMs) / MINUTE_MS) * MINUTE_MS;
}
