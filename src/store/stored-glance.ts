/**
 * What the popup paints while the engine is still loading: the glance's part of a shop's report, made by whoever
 * writes the shop's mirror, beside it. It is painted only while all that it was made of is still so. No database
 * and no engine in this module.
 */
import type { PageHealth, ShopRef } from '../core/entities';
import { type GlanceReport, glanceOf } from '../core/glance-report';
import type { Report } from '../core/report-types';
import type { ShopSettings } from '../core/shop-settings';
import { beijingDay } from '../core/time';
import type { ShopMirror } from './mirror-types';
import { isMs, isObject, isText } from './sound-case';

export interface StoredGlance {
  schema: 1;
  /** The sources of the build that made it: another one's engine may say something else. */
  build: string;
  /** Of the mirror it was made from. */
  revision: number;
  /** The clock then. A report changes with the Beijing day only. */
  madeMs: number;
  /** What the merchant entered for the shop, as text to be compared. */
  settings: string;
  shop: ShopRef;
  /** Of the shop's pages, as much as tells whether one of them could not be read. */
  health: { [pageKind: string]: Pick<PageHealth, 'kind' | 'verdict'> & { seenMs: number } };
  report: GlanceReport;
}

/** What is so now. */
export interface GlanceWorld {
  build: string;
  nowMs: number;
  /** Of the shop, as the index says it; undefined: it does not. */
  revision: number | undefined;
  settings: ShopSettings;
}

export const GLANCE_PREFIX = 'glance:';
export const glanceKey = (platform: string, shopId: string): string =>
  `${GLANCE_PREFIX}${platform}:${shopId}`;

/** @param report what the engine says of this mirror under these settings */
export function makeGlance(
  { revision, shop, health }: ShopMirror,
  report: Report,
  { build, nowMs, settings }: Omit<GlanceWorld, 'revision'>,
): StoredGlance {
  return {
    schema: 1,
    build,
    revision,
    madeMs: nowMs,
    settings: settingsText(settings),
    shop,
    health: Object.fromEntries(
      Object.entries(health).map(([name, { kind, verdict, seenMs }]) => [
        name,
        { kind, verdict, seenMs },
      ]),
    ),
    report: glanceOf(report),
  };
}

const settingsText = (settings: ShopSettings): string => JSON.stringify(settings);

/** @param stored what storage.local holds; undefined unless it is a glance that this version can read */
export function parseGlance(stored: unknown): StoredGlance | undefined {
  if (!isText(stored)) return undefined;
  try {
    const glance: unknown = JSON.parse(stored);
    return isSoundGlance(glance) ? glance : undefined;
  } catch {
    return undefined;
  }
}

export type Misfit = 'build' | 'revision' | 'day' | 'clock' | 'settings';

/** Why a stored glance may not be what the engine would say now; undefined: it is. */
export function findMisfit(glance: StoredGlance, world: GlanceWorld): Misfit | undefined {
  if (glance.build !== world.build) return 'build';
  if (glance.revision !== world.revision) return 'revision';
  if (beijingDay(glance.madeMs) !== beijingDay(world.nowMs)) return 'day';
  // Set back meanwhile: what was seen then is not yet to be seen.
  if (glance.madeMs > world.nowMs) return 'clock';
  if (glance.settings !== settingsText(world.settings)) return 'settings';
  return undefined;
}

function isSoundGlance(value: unknown): value is StoredGlance {
  if (!isObject(value) || value.schema !== 1) return false;
  const { build, revision, madeMs, settings, shop, health, report } = value;
  return (
    typeof build === 'string' &&
    isMs(revision) &&
    isMs(madeMs) &&
    typeof settings === 'string' &&
    isObject(shop) &&
    isText(shop.platform) &&
    isText(shop.shopId) &&
    typeof shop.name === 'string' &&
    isObject(health) &&
    Object.values(health).every((each) => isObject(each) && isText(each.kind)) &&
    isSoundReport(report)
  );
}

function isSoundReport(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { state, scoreName, asOf, drag, notes } = value;
  return (
    [state, scoreName, asOf].every(isText) &&
    isObject(drag) &&
    isText(drag.why) &&
    isText(drag.provenance) &&
    Array.isArray(notes) &&
    notes.every(isText) &&
    [value.indicators, value.dimensions, value.residuals].every(
      (list) => Array.isArray(list) && list.every(isObject),
    )
  );
}
