/** The part of the merchant's choices that a script in the page needs: kept small for it. */
import type { VerdictKind } from './verdict-types';

export const PREFERENCES_KEY = 'settings:preferences';
/** `en`, or anything else for Chinese: one choice for pages, marks, toolbar and alerts. */
export const LOCALE_KEY = 'settings:locale';

/** `owner` sees scores; `desk` (客服) sees badges and what is to be done, no score. */
export type Seat = 'owner' | 'desk';
export type BadgeKind = Exclude<VerdictKind, 'clean'>;

export interface PagePreferences {
  /** Platforms that are not read at all. */
  platformsOff: string[];
  /** Nothing is drawn into the platform's pages. */
  readOnly: boolean;
  badgesOff: BadgeKind[];
  seat: Seat;
}

/** Whatever was stored under `settings:preferences`; unreadable parts are the default. Never throws. */
export function readPagePreferences(stored: unknown): PagePreferences {
  const from = isObject(stored) ? stored : {};
  return {
    platformsOff: readTexts(from.platformsOff) ?? [],
    readOnly: from.readOnly === true,
    // A kind of another version matches no badge and does no harm.
    badgesOff: (readTexts(from.badgesOff) ?? []) as BadgeKind[],
    seat: from.seat === 'desk' ? 'desk' : 'owner',
  };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readTexts = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
