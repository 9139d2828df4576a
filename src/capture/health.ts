/** From counts to a verdict (DESIGN §6): a page is read, partly read, or not understood. */
import type { PageHealth, PageKind } from '../core/entities';

/**
 * Below half, the rows that were read are the exception: the markup is not the one we know, and what
 * still matches may match by accident. Every row that was read passed its own checks, so from a half
 * upwards they are kept and the page says what it lost.
 */
const MIN_SHARE = 0.5;

export interface HealthInput extends Omit<PageHealth, 'verdict'> {
  /** Fields that tell what a row is; without them in most rows the labels have changed. */
  keyFields: readonly string[];
  /** Fields some rows may lack; lacking in every row (of several) is worth saying. */
  usualFields: readonly string[];
  /** What the page says exists for this filter. */
  total?: number;
  /** Groups this page should hold, from total, page and page size. */
  expected?: number;
  /** The page says that the list is empty. */
  isEmpty: boolean;
  /** Reasons known already for which nothing of the page may be stored. */
  fatal: readonly string[];
}

/** The health of a list page. On `broken` the caller drops every record. */
export function listHealth(input: HealthInput): PageHealth {
  const { keyFields, usualFields, total, expected, isEmpty, ...health } = input;
  const { groupsSeen: seen, groupsParsed: parsed, fieldsMissing } = health;
  const fatal = [...input.fatal];
  const problems = [...health.problems];
  const share = (field: string): number => (fieldsMissing[field] ?? 0) / parsed;
  if (fatal.length > 0) {
    // One cause is enough: what follows from it would only hide it.
  } else if (parsed === 0) {
    if (total) fatal.push('total-but-empty');
    else if (seen > 0 || (total === undefined && !isEmpty)) fatal.push('no-groups');
  } else {
    if (parsed / seen < MIN_SHARE) fatal.push('few-groups');
    if (keyFields.some((field) => share(field) > MIN_SHARE)) fatal.push('labels-unknown');
    if (parsed < seen) problems.push('rows-unparsed');
    const isLost = (field: string): boolean => parsed > 1 && share(field) === 1;
    if (keyFields.some((field) => share(field) > 0) || usualFields.some(isLost)) {
      problems.push('fields-missing');
    }
    if (expected !== undefined && parsed < expected) problems.push('fewer-rows');
    if (total === undefined) problems.push('no-total');
  }
  return {
    kind: input.kind,
    verdict: fatal.length > 0 ? 'broken' : problems.length > 0 ? 'degraded' : 'ok',
    alternatives: input.alternatives,
    groupsSeen: seen,
    groupsParsed: parsed,
    fieldsMissing,
    problems: [...fatal, ...problems],
  };
}

/** Health of a page that could not be read at all, or not yet (`loading`: wait, nothing is wrong). */
export function unreadHealth(
  kind: PageKind,
  problem: string,
  alternatives: Record<string, string> = {},
): PageHealth {
  const verdict = problem === 'loading' ? 'degraded' : 'broken';
  const none = { groupsSeen: 0, groupsParsed: 0, fieldsMissing: {} };
  return { kind, verdict, alternatives, ...none, problems: [problem] };
}

/** Counts of parsed groups that lack a field. */
export function countMissing<F extends string>(
  records: readonly { [field in F]?: unknown }[],
  fields: readonly F[],
): Record<string, number> {
  const missing: Record<string, number> = {};
  for (const field of fields) {
    const count = records.filter((record) => record[field] === undefined).length;
    if (count > 0) missing[field] = count;
  }
  return missing;
}
