/**
 * What the merchant entered, as it lies in storage.local: in a backup, and merged back. What is set here stays;
 * what is not is taken from the file; lists are joined. So restoring twice changes nothing.
 */
import { HOST_SHOP_PREFIX, readHostShop } from '../core/host-shop';
import { LOCALE_KEY, PREFERENCES_KEY } from '../core/page-preferences';
import { CHOICES_PREFIX, readChoices } from '../core/shop-choices';
import { IMPORTED_PREFIX } from './imported-files';
import type { WritableArea } from './mirror-writer';
import { RETENTION_KEY } from './retention';
import { sameData } from './same';
import { isMs, isObject } from './sound-case';

export type Settings = Record<string, unknown>;

type Merge = (own: unknown, other: unknown) => unknown;

const ownFirst =
  (isSound: (value: unknown) => boolean): Merge =>
  (own, other) =>
    own ?? (isSound(other) ? other : undefined);

/** What is merged how, by the beginning of its key; everything else is this browser's own affair. */
const KINDS: [start: string, merge: Merge][] = [
  [PREFERENCES_KEY, ownFirst(isObject)],
  [LOCALE_KEY, ownFirst((value) => typeof value === 'string')],
  [RETENTION_KEY, (own, other) => ({ ...numbersOf(other), ...numbersOf(own) })],
  [CHOICES_PREFIX, joinChoices],
  [HOST_SHOP_PREFIX, ownFirst((value) => readHostShop(value) !== undefined)],
  [IMPORTED_PREFIX, (own, other) => latest(numbersOf(own), numbersOf(other))],
];

const findMerge = (key: string): Merge | undefined =>
  KINDS.find(([start]) => (start.endsWith(':') ? key.startsWith(start) : key === start))?.[1];

/** Of what lies in storage.local, what belongs into a backup. */
export async function readSettings(area: Pick<WritableArea, 'get'>): Promise<Settings> {
  const all = Object.entries(await area.get(null));
  return Object.fromEntries(all.filter(([key]) => findMerge(key)));
}

/** Merges a backup's settings in. @param settings anything: what cannot be read is left out. */
export async function restoreSettings(area: WritableArea, settings: Settings): Promise<void> {
  const known = Object.keys(settings).filter((key) => findMerge(key));
  if (known.length === 0) return;
  const own = await area.get(known);
  const merged = known.flatMap((key): [string, unknown][] => {
    const value = findMerge(key)?.(own[key], settings[key]);
    return value === undefined || sameData(own[key], value) ? [] : [[key, value]];
  });
  if (merged.length > 0) await area.set(Object.fromEntries(merged));
}

function joinChoices(own: unknown, other: unknown): unknown {
  const [mine, theirs] = [readChoices(own), readChoices(other)];
  const known = new Set(mine.actions.map(({ id }) => id));
  return {
    settings: { ...theirs.settings, ...mine.settings },
    actions: [...mine.actions, ...theirs.actions.filter(({ id }) => !known.has(id))],
    done: latest(mine.done, theirs.done),
  };
}

function latest<T extends string | number>(a: Record<string, T>, b: Record<string, T>) {
  const joined = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const own = joined[key];
    if (own === undefined || own < value) joined[key] = value;
  }
  return joined;
}

const numbersOf = (value: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter((each): each is [string, number] =>
      isMs(each[1]),
    ),
  );
