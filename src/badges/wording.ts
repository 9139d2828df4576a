/** What a badge and its card say: pure, from a verdict and the time (DESIGN §1). */
import { lostPointsText } from '../core/points-text';
import { DAY_MS, formatMinute, HOUR_MS, MINUTE_MS } from '../core/time';
import type { RowVerdict, VerdictKind } from '../core/verdict-types';
import type { BadgeText } from './catalogue';
import type { IconName } from './icons';

/** calm grey · soon amber · counted red · paused blue. Colour only repeats what icon and word say. */
export type Tone = 'calm' | 'soon' | 'counted' | 'paused';

export interface BadgeWording {
  kind: Exclude<VerdictKind, 'clean'>;
  text: string;
  tone: Tone;
  icon: IconName;
  note: string;
  rows: { name: string; value: string }[];
  /** The order or ticket in the back-end. */
  link?: { url: string; text: string };
}

/** Amber from here on: within a working day. */
const SOON_MS = DAY_MS;

/** Undefined where there is nothing to say. */
export function describeBadge(
  verdict: RowVerdict,
  nowMs: number,
  t: BadgeText,
): BadgeWording | undefined {
  const kind = currentKind(verdict, nowMs);
  if (kind === 'clean') return undefined;
  return {
    kind,
    ...look(kind, verdict, nowMs),
    text: headline(kind, verdict, nowMs, t),
    note: t(`note.${kind}`),
    rows: cardRows(verdict, t),
    ...(verdict.url
      ? { link: { url: verdict.url, text: t(verdict.ticketId ? 'card.ticket' : 'card.order') } }
      : {}),
  };
}

/** A deadline that passed on screen is no longer one that can be met. */
function currentKind({ verdict, dueMs }: RowVerdict, nowMs: number): VerdictKind {
  return verdict === 'savable' && (dueMs === undefined || dueMs <= nowMs) ? 'stale' : verdict;
}

function look(
  kind: BadgeWording['kind'],
  { dueMs }: RowVerdict,
  nowMs: number,
): { tone: Tone; icon: IconName } {
  switch (kind) {
    case 'savable':
      return { tone: (dueMs ?? 0) - nowMs < SOON_MS ? 'soon' : 'calm', icon: 'clock' };
    case 'running':
      return { tone: 'calm', icon: 'clock' };
    case 'overdue':
      return { tone: 'counted', icon: 'clock' };
    case 'will-count':
    case 'counted':
      return { tone: 'counted', icon: 'minus' };
    case 'paused':
      return { tone: 'paused', icon: 'pause' };
    case 'excluded':
      return { tone: 'calm', icon: 'slash' };
    case 'stale':
      return { tone: 'calm', icon: 'question' };
  }
}

function headline(
  kind: BadgeWording['kind'],
  verdict: RowVerdict,
  nowMs: number,
  t: BadgeText,
): string {
  const { label = '', share, reason, dueMs, dueOf, provenance } = verdict;
  switch (kind) {
    case 'savable': {
      const left = timeLeft((dueMs ?? 0) - nowMs, t);
      const time = provenance === 'estimate' ? `≈${left}` : left;
      return t(dueOf ? 'savable.ship' : 'savable', { time });
    }
    case 'running':
      return runningText(verdict, nowMs, t);
    case 'will-count':
      return t('will-count', { label }).trim();
    case 'counted':
      return share === undefined
        ? t('counted', { label }).trim()
        : t('counted.share', { label, points: lostPointsText(share, provenance) });
    case 'excluded':
      return reason === undefined ? t('excluded.bare') : t('excluded', { reason });
    case 'overdue':
    case 'paused':
    case 'stale':
      return t(kind);
  }
}

function runningText({ sinceMs, meanHours }: RowVerdict, nowMs: number, t: BadgeText): string {
  if (sinceMs === undefined) return t('running.unknown');
  const waited = oneDecimal(Math.max(0, nowMs - sinceMs) / HOUR_MS);
  return meanHours === undefined
    ? t('running', { waited })
    : t('running.mean', { waited, mean: oneDecimal(meanHours) });
}

const oneDecimal = (hours: number): string => hours.toFixed(1);

/** Never more than is left: units are cut off, not rounded. */
export function timeLeft(ms: number, t: BadgeText): string {
  if (ms < MINUTE_MS) return t('time.last');
  if (ms < HOUR_MS) return t('time.minutes', { n: Math.floor(ms / MINUTE_MS) });
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (hours < 10 && minutes > 0) return t('time.hours-minutes', { h: hours, m: minutes });
  if (hours < 48) return t('time.hours', { n: hours });
  return t('time.days', { n: Math.floor(ms / DAY_MS) });
}

function cardRows(verdict: RowVerdict, t: BadgeText): BadgeWording['rows'] {
  const { label, dueMs, dueOf, dueAction, sinceMs, leavesOn, clause, provenance } = verdict;
  const until = (ms: number): string => t('card.until.value', { at: formatMinute(ms).slice(5) });
  return [
    { name: t('card.indicator'), value: label },
    {
      name: t(dueOf ? 'card.until.ship' : 'card.until'),
      value: dueMs === undefined ? undefined : until(dueMs),
    },
    { name: t('card.then'), value: dueAction },
    {
      name: t(dueOf ? 'card.since.score' : 'card.since'),
      value: sinceMs === undefined ? undefined : until(sinceMs),
    },
    {
      name: t('card.leaves'),
      value: leavesOn === undefined ? undefined : t('card.leaves.value', { day: leavesOn }),
    },
    { name: t('card.clause'), value: clause },
    {
      name: t('card.source'),
      // Of a date the way is known, only no page prints it.
      value: t(
        provenance === 'estimate' && dueMs !== undefined
          ? 'source.estimate.due'
          : `source.${provenance}`,
      ),
    },
  ].flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}
