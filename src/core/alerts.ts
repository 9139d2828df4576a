/**
 * Which alerts are due: pure, from what is known of the shops, the merchant's choices and what was told
 * before. The same event is never told twice; in quiet hours nothing is told and nothing is forgotten,
 * so that what still holds is told afterwards.
 */
import { countKinds, isSavable } from './duties';
import type { PageKind, ScoreSnapshot, ShopRef } from './entities';
import type { AlertChoice, AlertKind, Preferences } from './preferences';
import { ALERT_KINDS, DESK_ALERTS } from './preferences';
import type { Report } from './report-types';
import { beijingDay, HOUR_MS, msOfDay } from './time';
import type { Duty } from './verdict-types';

export interface AlertShop {
  shop: ShopRef;
  /** Shop ids of other identities of it: an alert chosen for one of them holds for the shop. */
  alsoIds?: string[];
  /** Open as last seen. */
  duties: Duty[];
  snapshot?: ScoreSnapshot;
  report?: Pick<Report, 'packId' | 'total' | 'indicators' | 'settings'>;
  /** Page kinds that could not be read when last opened. */
  broken: PageKind[];
}

export interface Alert {
  kind: AlertKind;
  shop: ShopRef;
  /** duties: how many, how many of them are orders to ship (absent: none), and the first deadline. */
  count?: number;
  orders?: number;
  dueMs?: number;
  /** score-line, indicator-line: the number now, the line, and on which side the number is now. */
  value?: number;
  line?: number;
  side?: Side;
  label?: string;
  packId?: string;
  /** reader-broken: which; duties: the list on which the first of them stands, if not the after-sale list. */
  page?: PageKind;
}

type Side = 'above' | 'below';

/** What was told, per shop (`platform/shopId`); plain data, survives the worker. */
export interface AlertMemory {
  [shopKey: string]: {
    /** Duties told, with their deadlines; and when the last digest was. */
    duties?: Record<string, number>;
    digestMs?: number;
    scoreSide?: Side;
    indicatorSides?: Record<string, Side>;
    packId?: string;
    broken?: PageKind[];
    /** Beijing day whose score was announced. */
    scoreOutDay?: number;
  };
}

/** A state older than a day was probably handled elsewhere: the toolbar's own line. */
const RECENT_MS = 24 * HOUR_MS;
/** Duties that come one by one are told together. */
const DIGEST_MS = HOUR_MS;
/** Until a page has shown when its score comes out: noon (rule of 2021; later pages showed 11:00). */
const DEFAULT_SCORE_OUT_MS = 12 * HOUR_MS;

export const alertShopKey = ({ platform, shopId }: Pick<ShopRef, 'platform' | 'shopId'>): string =>
  `${platform}/${shopId}`;

export function findAlerts(
  shops: AlertShop[],
  { alerts: choices, quietHours, seat }: Pick<Preferences, 'alerts' | 'quietHours' | 'seat'>,
  memory: AlertMemory,
  nowMs: number,
): { alerts: Alert[]; memory: AlertMemory } {
  if (isQuiet(quietHours, nowMs)) return { alerts: [], memory };
  const found: Alert[] = [];
  const next: AlertMemory = {};
  for (const each of shops) {
    const key = alertShopKey(each.shop);
    const keys = [each.shop.shopId, ...(each.alsoIds ?? [])].map((shopId) =>
      alertShopKey({ ...each.shop, shopId }),
    );
    const told = { ...memory[key] };
    next[key] = told;
    for (const kind of ALERT_KINDS) {
      const choice = choices[kind];
      const isFor = seat === 'owner' || DESK_ALERTS.includes(kind);
      const isHere = !choice.shops || choice.shops.some((one) => keys.includes(one));
      // Off means: begin afresh when it is switched on, with no news from before.
      if (!choice.on || !isFor || !isHere) forget(kind, told);
      else found.push(...finders[kind](each, choice, told, nowMs));
    }
  }
  return { alerts: found, memory: next };
}

/** Beijing hours from `from` up to `to`, over midnight too. */
export function isQuiet({ from, to }: Preferences['quietHours'], nowMs: number): boolean {
  const hour = Math.floor(msOfDay(nowMs) / HOUR_MS);
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to;
}

type Told = AlertMemory[string];
type Finder = (shop: AlertShop, choice: AlertChoice, told: Told, nowMs: number) => Alert[];

/** Each finder notes in `told` what it tells. */
const finders: Record<AlertKind, Finder> = {
  duties({ shop, duties }, { threshold = 6 }, told, nowMs) {
    const reachable = duties.filter(
      (each) =>
        isSavable(each, nowMs) &&
        nowMs - each.seenMs <= RECENT_MS &&
        each.dueMs - nowMs <= threshold * HOUR_MS,
    );
    const before = Object.entries(told.duties ?? {}).filter(([, dueMs]) => dueMs > nowMs);
    told.duties = Object.fromEntries(before);
    const isNews = reachable.some((each) => told.duties?.[dutyKey(each)] !== each.dueMs);
    if (!isNews || nowMs - (told.digestMs ?? -Infinity) < DIGEST_MS) return [];
    for (const each of reachable) told.duties[dutyKey(each)] = each.dueMs;
    told.digestMs = nowMs;
    const [first] = reachable.sort((a, b) => a.dueMs - b.dueMs);
    const { orders } = countKinds(reachable);
    return [
      {
        kind: 'duties',
        shop,
        count: reachable.length,
        ...(orders > 0 ? { orders } : {}),
        dueMs: first?.dueMs,
        ...(first?.ticketId === undefined ? { page: 'order-list' as const } : {}),
      },
    ];
  },

  'score-line'({ shop, report }, { threshold }, told) {
    const value = report?.total?.official;
    if (value === undefined || threshold === undefined) return [];
    const side = sideOf(value, threshold);
    const before = told.scoreSide;
    told.scoreSide = side;
    if (before === undefined || before === side) return [];
    return [{ kind: 'score-line', shop, value, line: threshold, side }];
  },

  'indicator-line'({ shop, report }, { threshold }, told) {
    if (!report || threshold === undefined) return [];
    const before = told.indicatorSides ?? {};
    const sides: Record<string, Side> = { ...before };
    const crossed: Alert[] = [];
    for (const { id, label, pointsLost } of report.indicators) {
      if (pointsLost === undefined) continue;
      const side = sideOf(pointsLost, threshold);
      sides[id] = side;
      if (before[id] === undefined || before[id] === side) continue;
      crossed.push({
        kind: 'indicator-line',
        shop,
        label,
        value: pointsLost,
        line: threshold,
        side,
      });
    }
    told.indicatorSides = sides;
    return crossed;
  },

  'rule-change'({ shop, report }, _choice, told) {
    const before = told.packId;
    // A pack of the merchant's own choosing is no news to them, and says nothing of the rule in force.
    if (!report || report.settings?.pack) return [];
    told.packId = report.packId;
    if (before === undefined || before === report.packId) return [];
    return [{ kind: 'rule-change', shop, packId: report.packId }];
  },

  'reader-broken'({ shop, broken }, _choice, told) {
    const before = told.broken ?? [];
    told.broken = broken;
    return broken
      .filter((page) => !before.includes(page))
      .map((page) => ({ kind: 'reader-broken', shop, page }));
  },

  'score-out'({ shop, snapshot }, _choice, told, nowMs) {
    const today = beijingDay(nowMs);
    // Whoever never opened the score page is not reminded of it every day.
    if (!snapshot || snapshot.day >= today || told.scoreOutDay === today) return [];
    const outMs =
      snapshot.updatedMs === undefined ? DEFAULT_SCORE_OUT_MS : msOfDay(snapshot.updatedMs);
    if (msOfDay(nowMs) < outMs) return [];
    told.scoreOutDay = today;
    return [{ kind: 'score-out', shop }];
  },
};

function forget(kind: AlertKind, told: Told): void {
  if (kind === 'duties') {
    delete told.duties;
    delete told.digestMs;
  } else if (kind === 'score-line') delete told.scoreSide;
  else if (kind === 'indicator-line') delete told.indicatorSides;
  else if (kind === 'rule-change') delete told.packId;
  else if (kind === 'reader-broken') delete told.broken;
  else delete told.scoreOutDay;
}

const dutyKey = ({ orderId, ticketId }: Duty): string => `${orderId}/${ticketId ?? ''}`;

/** On the line is above it: a line is a number that is still good enough. */
const sideOf = (value: number, line: number): Side => (value >= line ? 'above' : 'below');
