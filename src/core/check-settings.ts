/** Settings as they come from a form, a file or storage: every wrong figure is named, nothing is guessed. */
import type { RulePack } from './pack';
import { applySettings, type PackSettings } from './pack-settings';
import type { ShopSettings } from './shop-settings';
import { findDay } from './time';

export interface ShopSettingsProblem {
  /** Path of the field, e.g. `figures.doudian-2026-09.dimensionWeights`. */
  field: string;
  reason: string;
}

type Check = (value: unknown) => string | undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const must =
  (test: (value: unknown) => boolean, reason: string): Check =>
  (value) =>
    test(value) ? undefined : reason;

const isDays = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;
const isDate = (value: unknown): value is string => isText(value) && findDay(value) !== undefined;
const isFlags = (names: string[]) => (value: unknown) =>
  isObject(value) &&
  Object.entries(value).every(([key, each]) => names.includes(key) && typeof each === 'boolean');
const isPath = (value: unknown): boolean =>
  isObject(value) &&
  (value.kind === 'nothing-new' ||
    (['as-recent', 'no-bad'].includes(String(value.kind)) && isDays(value.days)));
const isBonus = (value: unknown): boolean =>
  isObject(value) &&
  (typeof value.earned === 'boolean' ||
    (isNumber(value.good) && isNumber(value.all) && value.good >= 0 && value.good <= value.all));
const isSpan = (value: unknown): boolean =>
  isObject(value) &&
  [value.id, value.reason, value.source].every(isText) &&
  isTexts(value.indicators) &&
  isDate(value.from) &&
  isDate(value.to) &&
  value.from <= value.to &&
  (value.by === 'paid' || value.by === 'placed') &&
  (value.provinces === undefined || isTexts(value.provinces));

const FIELDS: Record<Exclude<keyof ShopSettings, 'figures' | 'calendar' | 'bonuses'>, Check> = {
  packId: must(isText, 'not-a-text'),
  industry: must(isText, 'not-a-text'),
  flagship: must((value) => typeof value === 'boolean', 'not-yes-or-no'),
  categories: must(isTexts, 'not-texts'),
  growth: must(isFlags(['taskDone', 'personal', 'fallen']), 'not-yes-or-no'),
  path: must(isPath, 'no-such-assumption'),
};

/** The settings when every field is sound; else each problem. @param packs of the shop's platform */
export function checkShopSettings(
  given: unknown,
  packs: readonly RulePack[],
): { settings: ShopSettings } | { problems: ShopSettingsProblem[] } {
  if (!isObject(given)) return { problems: [{ field: '', reason: 'not-an-object' }] };
  const problems: ShopSettingsProblem[] = [];
  const refuse = (field: string, reason: string | undefined): void => {
    if (reason !== undefined) problems.push({ field, reason });
  };
  const known = packs.map((pack) => pack.id);
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (field === 'figures') problems.push(...figureProblems(value, packs));
    else if (field === 'calendar') problems.push(...calendarProblems(value));
    else if (field === 'bonuses') problems.push(...bonusProblems(value, packs));
    else if (!Object.hasOwn(FIELDS, field)) refuse(field, 'unknown-field');
    else refuse(field, FIELDS[field as keyof typeof FIELDS](value));
  }
  if (isText(given.packId) && !known.includes(given.packId)) refuse('packId', 'unknown-id');
  return problems.length > 0 ? { problems } : { settings: given as ShopSettings };
}

function figureProblems(value: unknown, packs: readonly RulePack[]): ShopSettingsProblem[] {
  if (!isObject(value)) return [{ field: 'figures', reason: 'not-an-object' }];
  return Object.entries(value).flatMap(([id, figures]): ShopSettingsProblem[] => {
    const field = `figures.${id}`;
    const pack = packs.find((each) => each.id === id);
    if (!pack) return [{ field, reason: 'unknown-id' }];
    const shape = shapeProblems(figures);
    if (shape.length > 0) return shape.map((each) => ({ ...each, field: field + each.field }));
    const made = applySettings(pack, figures as PackSettings);
    if (!('problems' in made)) return [];
    return made.problems.map((each) => ({ ...each, field: `${field}.${each.field}` }));
  });
}

/** Only that numbers are numbers and lists are lists: what they mean is for `applySettings`. */
function shapeProblems(figures: unknown): ShopSettingsProblem[] {
  if (!isObject(figures)) return [{ field: '', reason: 'not-an-object' }];
  const { dimensionWeights, indicators, recencyHalfLifeDays, ...rest } = figures;
  const problems = Object.keys(rest).map((key) => ({ field: `.${key}`, reason: 'unknown-field' }));
  const areNumbers = (value: unknown): boolean =>
    isObject(value) && Object.values(value).every(isNumber);
  if (dimensionWeights !== undefined && !areNumbers(dimensionWeights)) {
    problems.push({ field: '.dimensionWeights', reason: 'not-numbers' });
  }
  if (recencyHalfLifeDays !== undefined && !isNumber(recencyHalfLifeDays)) {
    problems.push({ field: '.recencyHalfLifeDays', reason: 'not-a-number' });
  }
  if (indicators !== undefined && !isObject(indicators)) {
    problems.push({ field: '.indicators', reason: 'not-an-object' });
  }
  for (const [id, entry] of isObject(indicators) ? Object.entries(indicators) : []) {
    if (!isObject(entry)) problems.push({ field: `.indicators.${id}`, reason: 'not-an-object' });
    for (const [part, value] of isObject(entry) ? Object.entries(entry) : []) {
      const isRows = Array.isArray(value) && value.every(areNumbers);
      const isSound = part === 'weight' ? isNumber(value) : isRows;
      const isPart = ['weight', 'tiers', 'table', 'ladder'].includes(part);
      const reason = isPart ? 'not-numbers' : 'unknown-field';
      if (!isPart || !isSound) problems.push({ field: `.indicators.${id}.${part}`, reason });
    }
  }
  return problems;
}

function calendarProblems(value: unknown): ShopSettingsProblem[] {
  if (!isObject(value)) return [{ field: 'calendar', reason: 'not-an-object' }];
  const { add = [], off = [] } = value;
  const problems: ShopSettingsProblem[] = [];
  if (!Array.isArray(add)) problems.push({ field: 'calendar.add', reason: 'not-spans' });
  else {
    add.forEach((span, i) => {
      if (!isSpan(span)) problems.push({ field: `calendar.add.${i}`, reason: 'not-a-span' });
    });
  }
  if (!isTexts(off)) problems.push({ field: 'calendar.off', reason: 'not-texts' });
  return problems;
}

function bonusProblems(value: unknown, packs: readonly RulePack[]): ShopSettingsProblem[] {
  if (!isObject(value)) return [{ field: 'bonuses', reason: 'not-an-object' }];
  return Object.entries(value).flatMap(([id, standing]): ShopSettingsProblem[] => {
    const field = `bonuses.${id}`;
    const isKnown = packs.some((pack) => pack.bonuses.some((bonus) => bonus.id === id));
    if (!isKnown) return [{ field, reason: 'unknown-id' }];
    return isBonus(standing) ? [] : [{ field, reason: 'not-a-standing' }];
  });
}
