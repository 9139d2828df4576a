/** What measures of all platforms have alike around what they count. */
import { field, value } from '../../core/expr-build';
import type { Expr, Measure } from '../../core/measure';
import { one } from './parts';

type Draft<Given extends keyof Measure> = Omit<Measure, Given> & Partial<Pick<Measure, Given>>;

/** Each unit counts once in the denominator. */
export const counted = (draft: Draft<'version' | 'den'>): Measure => ({
  version: 1,
  den: one,
  ...draft,
});

/** Of a day's chat statistics, one sum over another; no single conversation is known. */
export const ofChatDay = (
  draft: Draft<'version' | 'unit' | 'include' | 'day' | 'offends'> & { num: Expr; den: Expr },
): Measure => ({
  version: 1,
  unit: 'chatDay',
  include: value(true),
  day: field('day'),
  offends: value(false),
  ...draft,
});
