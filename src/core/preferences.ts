/**
 * What the merchant chose, one plain value under one key. Checked by hand: whatever is unreadable is the
 * default, and an unknown field is ignored.
 */
import {
  type BadgeKind,
  isObject,
  type PagePreferences,
  readPagePreferences,
  readTexts,
} from './page-preferences';

export const BADGE_KINDS: readonly BadgeKind[] = [
  'savable',
  'overdue',
  'running',
  'will-count',
  'counted',
  'paused',
  'excluded',
  'stale',
];

export type AlertKind =
  | 'duties' // duties that can still be met, one digest
  | 'score-line' // the total crosses the merchant's line
  | 'indicator-line' // an indicator's points lost cross the merchant's line
  | 'rule-change' // another rule version scores the shop
  | 'reader-broken' // a page can no longer be read
  | 'score-out'; // today's score is out and was not read yet
export const ALERT_KINDS: readonly AlertKind[] = [
  'duties',
  'score-line',
  'indicator-line',
  'rule-change',
  'reader-broken',
  'score-out',
];

/** What a desk seat is told: what is to be done, nothing of the score. */
export const DESK_ALERTS: readonly AlertKind[] = ['duties', 'reader-broken'];

export interface AlertChoice {
  on: boolean;
  /** duties: hours before the deadline; score-line: points of the total; indicator-line: points lost. */
  threshold?: number;
  /** Shops as `platform/shopId`; absent = all. */
  shops?: string[];
}

export interface Preferences extends PagePreferences {
  /** Pages in an incognito window may be stored. */
  incognito: boolean;
  alerts: Record<AlertKind, AlertChoice>;
  /** Hours of the Beijing day, `from` inclusive, `to` exclusive; equal = never quiet. */
  quietHours: { from: number; to: number };
}

/** Hours ahead at which a duty enters the digest unless the merchant says otherwise. */
const DUTY_HOURS = 6;
/** A loss that an indicator crosses: points of the total. */
const INDICATOR_POINTS = 3;

export function defaultPreferences(): Preferences {
  const alerts = Object.fromEntries(
    ALERT_KINDS.map((kind): [AlertKind, AlertChoice] => [kind, { on: false }]),
  ) as Record<AlertKind, AlertChoice>;
  alerts.duties.threshold = DUTY_HOURS;
  alerts['indicator-line'].threshold = INDICATOR_POINTS;
  return {
    ...readPagePreferences(undefined),
    incognito: false,
    alerts,
    quietHours: { from: 23, to: 8 },
  };
}

/** Whatever was stored, by this version or another. Never throws. */
export function readPreferences(stored: unknown): Preferences {
  const base = defaultPreferences();
  if (!isObject(stored)) return base;
  const alerts = isObject(stored.alerts) ? stored.alerts : {};
  const quiet = isObject(stored.quietHours) ? stored.quietHours : {};
  const from = readHour(quiet.from);
  const to = readHour(quiet.to);
  return {
    ...readPagePreferences(stored),
    incognito: stored.incognito === true,
    alerts: Object.fromEntries(
      ALERT_KINDS.map((kind) => [kind, readChoice(alerts[kind], base.alerts[kind])]),
    ) as Preferences['alerts'],
    quietHours: from === undefined || to === undefined ? base.quietHours : { from, to },
  };
}

function readChoice(stored: unknown, base: AlertChoice): AlertChoice {
  if (!isObject(stored)) return base;
  const { threshold } = stored;
  const shops = readTexts(stored.shops);
  const known =
    typeof threshold === 'number' && Number.isFinite(threshold) ? threshold : base.threshold;
  return {
    on: stored.on === true,
    ...(known === undefined ? {} : { threshold: known }),
    ...(shops ? { shops } : {}),
  };
}

const readHour = (value: unknown): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 23
    ? (value as number)
    : undefined;
