/** What a merchant entered for one shop: figures for the engine, actions taken, checklist items done. */
import type { ShopSettings } from './shop-settings';

/** Something done about the score, on a Beijing day: marked on the trend, looked back at. */
export interface LoggedAction {
  id: string;
  /** YYYY-MM-DD. */
  day: string;
  /** Indicator it should move. */
  indicator?: string;
  /** Catalogue key of a proposed action; else `text`. */
  textKey?: string;
  text?: string;
}

export interface ShopChoices {
  settings: ShopSettings;
  actions: LoggedAction[];
  /** Checklist item id → day it was last done, YYYY-MM-DD. */
  done: Record<string, string>;
}

export const CHOICES_PREFIX = 'settings:shop:';
export const choicesKey = ({ platform, shopId }: { platform: string; shopId: string }): string =>
  `${CHOICES_PREFIX}${platform}:${shopId}`;

/** Whatever was stored, by this version or another; what cannot be read is as if never entered. */
export function readChoices(stored: unknown): ShopChoices {
  const from = isObject(stored) ? stored : {};
  const actions = Array.isArray(from.actions) ? from.actions : [];
  return {
    settings: isObject(from.settings) ? (from.settings as ShopSettings) : {},
    actions: actions.filter(isAction),
    done: isObject(from.done)
      ? Object.fromEntries(
          Object.entries(from.done).filter((each): each is [string, string] => isDate(each[1])),
        )
      : {},
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isAction = (value: unknown): value is LoggedAction =>
  isObject(value) &&
  typeof value.id === 'string' &&
  isDate(value.day) &&
  [value.indicator, value.textKey, value.text].every(
    (each) => each === undefined || typeof each === 'string',
  );
