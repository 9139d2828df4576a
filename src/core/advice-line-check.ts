/** Checks an eligibility line that a merchant edited or a file brought. Plain code: no schema library in core. */
import type { EligibilityLine } from './advice-types';
import { findDay } from './time';

/** Why a field was refused. Codes, so that catalogues word them. */
export interface LineProblem {
  field: keyof EligibilityLine | '';
  reason:
    | 'not-an-object'
    | 'unknown-field'
    | 'missing'
    | 'not-text'
    | 'not-kebab-case'
    | 'unknown-word'
    | 'not-a-number'
    | 'out-of-range'
    | 'bad-date'
    | 'wrong-order'
    | 'not-a-list'
    | 'not-yes-or-no';
}

type Check = (value: unknown) => LineProblem['reason'] | undefined;

const text: Check = (v) => (typeof v === 'string' && v.trim() !== '' ? undefined : 'not-text');
const kebab: Check = (v) =>
  typeof v !== 'string'
    ? 'not-text'
    : /^[a-z0-9]+(-[a-z0-9]+)*$/.test(v)
      ? undefined
      : 'not-kebab-case';
const oneOf =
  (...words: string[]): Check =>
  (v) =>
    words.includes(v as string) ? undefined : 'unknown-word';
/** Scores reach 100; no metric is negative. */
const threshold: Check = (v) =>
  typeof v !== 'number' || !Number.isFinite(v)
    ? 'not-a-number'
    : v < 0 || v > 100
      ? 'out-of-range'
      : undefined;
const positive: Check = (v) =>
  !Number.isSafeInteger(v) ? 'not-a-number' : (v as number) < 1 ? 'out-of-range' : undefined;
const day: Check = (v) =>
  typeof v === 'string' && findDay(v) !== undefined ? undefined : 'bad-date';
const dayOrMonth: Check = (v) =>
  typeof v === 'string' && findDay(/^\d{4}-\d{2}$/.test(v) ? `${v}-01` : v) !== undefined
    ? undefined
    : 'bad-date';
const metric: Check = (v) =>
  typeof v === 'string' &&
  /^(total|(dimension|indicator|indicator-points|page):[a-z0-9]+(-[a-z0-9]+)*)$/.test(v)
    ? undefined
    : 'unknown-word';
const kebabList: Check = (v) =>
  !Array.isArray(v) ? 'not-a-list' : v.map(kebab).find((reason) => reason !== undefined);
const yesNo: Check = (v) => (typeof v === 'boolean' ? undefined : 'not-yes-or-no');

const REQUIRED: Partial<Record<keyof EligibilityLine, Check>> = {
  id: kebab,
  platform: kebab,
  use: kebab,
  metric,
  stat: oneOf(
    'now',
    'mean-7',
    'mean-30',
    'month-end',
    'every-day-14',
    'every-day-90',
    'mean-7-every-day-7',
  ),
  direction: oneOf('at-least', 'above', 'at-most', 'below'),
  source: text,
  confidence: oneOf('H', 'M', 'L'),
  date: dayOrMonth,
  effectKey: text,
};

const OPTIONAL: Partial<Record<keyof EligibilityLine, Check>> = {
  threshold,
  thresholdTo: threshold,
  category: text,
  replaces: kebabList,
  minSample: positive,
  consultation: yesNo,
  from: day,
  until: day,
};

/**
 * @returns every problem found, field by field; empty when the value is an EligibilityLine.
 *   An optional field that is undefined counts as absent.
 */
export function validateLine(value: unknown): LineProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ field: '', reason: 'not-an-object' }];
  const line = value as Record<string, unknown>;
  const problems: LineProblem[] = [];
  const check = (field: string, reason: LineProblem['reason'] | undefined): void => {
    if (reason) problems.push({ field: field as keyof EligibilityLine, reason });
  };
  for (const [field, test] of Object.entries(REQUIRED))
    check(field, line[field] === undefined ? 'missing' : test(line[field]));
  for (const [field, test] of Object.entries(OPTIONAL))
    check(field, line[field] === undefined ? undefined : test(line[field]));
  for (const field of Object.keys(line))
    if (!Object.hasOwn(REQUIRED, field) && !Object.hasOwn(OPTIONAL, field))
      check(field, 'unknown-field');
  if (problems.length === 0)
    check('thresholdTo', findRangeProblem(line as unknown as EligibilityLine));
  if (problems.length === 0 && line.from !== undefined && line.until !== undefined)
    check('until', (line.until as string) < (line.from as string) ? 'wrong-order' : undefined);
  return problems;
}

/** `thresholdTo` is the loosest of the sub-categories: on the other side of the strictest. */
function findRangeProblem(line: EligibilityLine): LineProblem['reason'] | undefined {
  if (line.thresholdTo === undefined) return undefined;
  if (line.threshold === undefined) return 'wrong-order';
  const wantsMuch = line.direction === 'at-least' || line.direction === 'above';
  const isLooser = wantsMuch
    ? line.thresholdTo < line.threshold
    : line.thresholdTo > line.threshold;
  return isLooser ? undefined : 'wrong-order';
}
