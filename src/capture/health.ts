/** From counts to a verdict (DESIGN §6): a page is read, partly read, or not understood. */
import type { HealthVerdict, PageHealth, PageKind } from '../core/entities';

/**
 * Below half, the rows that were read are the exception: the markup is not the one we know, and what
 * still matches may match by accident. Every row that was read passed its own checks, so from a half
 * upwards they are kept and the page says what it lost.
 */
const MIN_SHARE = 0.5;

export interface HealthInput {
  kind: PageKind;
  alternatives: Record<string, string>;
  groupsSeen: number;
  groupsParsed: number;
  /** Field → parsed groups without it. */
  fieldsMissing: Record<string, number>;
  /** Fields that tell what a row is; without them in most rows the labels have changed. */
  keyFields: readonly string[];
  /** Fields some rows may lack; lacking in every row (of several) is worth saying. */
  usualFields: readonly string[];
  /** What the page says exists for this filter. */
  total?: number;
  /** Groups this page should hold, from total, page and page size. */
  expectedRows?: number;
  /** The page says that the list is empty. */
  saysEmpty: boolean;
  /** Reasons known already. `FATAL` ones make the page broken. */
  problems: readonly string[];
}

/** Reasons for which nothing of the page may be stored. */
const FATAL = new Set([
  'no-shop',
  'headers-unknown',
  'login',
  'captcha',
  'reader-error',
  'no-root',
]);

/** The health of a list page. On `broken` the caller drops every record. */
export function listHealth(input: HealthInput): PageHealth {
  const { groupsSeen, groupsParsed, fieldsMissing, total, expectedRows } = input;
  const problems = [...input.problems];
  const missing = (field: string): number => fieldsMissing[field] ?? 0;
  let broken = problems.some((problem) => FATAL.has(problem));
  const fail = (problem: string): void => {
    problems.push(problem);
    broken = true;
  };

  if (!broken && groupsParsed === 0) {
    if ((total ?? 0) > 0) fail('total-but-empty');
    else if (groupsSeen > 0 || (total === undefined && !input.saysEmpty)) fail('no-groups');
  }
  if (!broken && groupsParsed > 0) {
    if (groupsParsed < groupsSeen) problems.push('rows-unparsed');
    if (groupsParsed / groupsSeen < MIN_SHARE) fail('few-groups');
    const keyLost = input.keyFields.some((field) => missing(field) / groupsParsed > MIN_SHARE);
    if (keyLost) fail('labels-unknown');
    const someLost =
      input.keyFields.some((field) => missing(field) > 0) ||
      input.usualFields.some((field) => groupsParsed > 1 && missing(field) === groupsParsed);
    if (someLost) problems.push('fields-missing');
    if (expectedRows !== undefined && groupsParsed < expectedRows) problems.push('fewer-rows');
    if (total === undefined) problems.push('no-total');
  }
  return {
    kind: input.kind,
    verdict: verdictOf(broken, problems),
    alternatives: input.alternatives,
    groupsSeen,
    groupsParsed,
    fieldsMissing,
    problems,
  };
}

function verdictOf(broken: boolean, problems: readonly string[]): HealthVerdict {
  if (broken) return 'broken';
  return problems.length > 0 ? 'degraded' : 'ok';
}

/** Health of a page that could not be read at all, or not yet (`loading`: wait, nothing is wrong). */
export function unreadHealth(
  kind: PageKind,
  problem: string,
  alternatives: Record<string, string> = {},
): PageHealth {
  return {
    kind,
    verdict: problem === 'loading' ? 'degraded' : 'broken',
    alternatives,
    groupsSeen: 0,
    groupsParsed: 0,
    fieldsMissing: {},
    problems: [problem],
  };
}

/** Counts of parsed groups that lack a field. */
export function countMissing<F extends string>(
  records: readonly Partial<Record<F, unknown>>[],
  fields: readonly F[],
): Record<string, number> {
  const missing: Record<string, number> = {};
  for (const field of fields) {
    const count = records.filter((record) => record[field] === undefined).length;
    if (count > 0) missing[field] = count;
  }
  return missing;
}
