/** What the import section says about a file: plain data, texts final. Pure. */
import { dayStartMs, findDay, formatDay } from '../../core/time';
import type { ReadProgress } from '../../files/preview-types';
import type { FileError, Problem } from '../../files/problem-types';
import type { ImportResult } from '../../store/import-records';
import type { Translator } from '../i18n';
import type { PlatformInfo } from '../ports';
import { momentText, numberText } from '../shared/format';
import type { Period, PreviewData } from './import-types';

export interface PreviewView {
  title: string;
  /** What the file holds, a line each. */
  lines: string[];
  recognised: string;
  /** Ignored columns by reason. */
  ignored: { title: string; headers: string }[];
  problems: string[];
  /** Days of the file's own rows (YYYY-MM-DD), when it has any. */
  period?: { from: string; to: string };
  /** Why the period cannot be claimed as read in full, whatever the filters were. */
  noClaim?: string;
}

export function previewView(
  data: PreviewData,
  platforms: PlatformInfo[],
  nowMs: number,
  tr: Translator,
): PreviewView {
  const { t } = tr;
  const count = (value: number): string => numberText(value, 0);
  const { period } = data;
  const days = period && { from: formatDay(period.fromDay), to: formatDay(period.toDay) };
  const left = data.skipped > 0 ? t('import.skipped', { count: count(data.skipped) }) : undefined;
  const isOrders = data.source === 'order-export';
  return {
    title: t('import.of', {
      platform: nameOf(data.platform, platforms, tr),
      source: tr.code('import.source', data.source, 'import.source.other'),
    }),
    lines: [
      days ? t('import.period', days) : t('import.no-period'),
      isOrders
        ? t('import.orders', { rows: count(data.rows), orders: count(data.orders) })
        : t('import.tickets', { rows: count(data.rows), tickets: count(data.records) }),
      t('import.seen', { at: momentText(data.seenMs, nowMs) }),
      ...(left ? [left] : []),
    ],
    recognised: headersText(data.columns, t('list.comma')),
    ignored: (['personal', 'not-needed', 'unknown', 'duplicate'] as const).flatMap((why) => {
      const columns = data.ignored.filter((each) => each.why === why && each.header !== '');
      if (columns.length === 0) return [];
      const title = t(`import.why.${why}`, { count: count(columns.length) });
      return [{ title, headers: headersText(columns, t('list.comma')) }];
    }),
    problems: data.problems.map((each) => problemView(each, tr)),
    ...(days ? { period: days } : {}),
    noClaim: !days ? t('import.whole.no-dates') : left && t('import.whole.skipped'),
  };
}

const headersText = (columns: { header: string }[], comma: string): string =>
  columns.map((each) => each.header).join(comma);

const nameOf = (id: string, platforms: PlatformInfo[], { locale }: Translator): string =>
  platforms.find((each) => each.id === id)?.name[locale] ?? id;

function problemView(problem: Problem, tr: Translator): string {
  const { code, sheet, column, header, lines, count } = problem;
  const { t } = tr;
  const what = tr.code('file.problem', code, 'file.problem.other');
  const listed = lines.map((line) => numberText(line, 0)).join(t('list.comma'));
  const more = count > lines.length ? t('import.lines.more') : '';
  const where = t('import.lines', { lines: `${listed}${more}` });
  const named = column === undefined ? '' : t('import.column', { column, header: header ?? '' });
  const inSheet = sheet === undefined ? '' : t('import.sheet', { sheet });
  return t('import.problem', {
    what,
    where: `${inSheet}${named}${where}`,
    count: numberText(count, 0),
  });
}

export interface ErrorView {
  title: string;
  detail: string[];
}

/** Why a file can't be read, where, and what to do. Says that nothing was stored. */
export function errorView(error: FileError, platforms: PlatformInfo[], tr: Translator): ErrorView {
  const { t } = tr;
  const { line, column, header, params } = error;
  const place =
    line === undefined && column === undefined
      ? undefined
      : [
          column === undefined ? '' : t('import.column', { column, header: header ?? '' }),
          line === undefined ? '' : t('import.line', { line: numberText(line, 0) }),
        ].join('');
  const comma = t('list.comma');
  const how = params.how && t(`file.how.${params.how}`);
  const expected = (params.expected ?? []).map(({ platform, source, headers }) =>
    t('import.expected', {
      platform: nameOf(platform, platforms, tr),
      source: tr.code('import.source', source, 'import.source.other'),
      headers: headers.join(comma),
    }),
  );
  const lines = [
    place && t('import.place', { place }),
    how,
    params.missing?.length ? t('import.missing', { headers: params.missing.join(comma) }) : '',
    params.count === undefined
      ? ''
      : t('import.error-count', { count: numberText(params.count, 0) }),
    ...expected,
    error.next === 'none' ? '' : t(`file.next.${error.next}`),
    t('import.nothing-stored'),
  ];
  return {
    title: t(`file.error.${error.code}`),
    detail: lines.filter((each): each is string => !!each),
  };
}

export const readingText = ({ done, total, rows }: ReadProgress, { t }: Translator): string =>
  t('import.reading.progress', {
    percent: `${total > 0 ? Math.floor((done / total) * 100) : 0}%`,
    rows: numberText(rows, 0),
  });

/** What was stored, line by line. */
export function resultView(result: ImportResult, total: number, tr: Translator): string[] {
  const { t } = tr;
  const { outcome, done, stored, refused, shopNames, claimed } = result;
  const count = (value: number): string => numberText(value, 0);
  const shops = shopNames.join(t('list.comma'));
  if (outcome === 'other-shop') return [t('import.other-shop', { shops })];
  return [
    outcome === 'done'
      ? t('import.done', { done: count(done) })
      : t('import.cancelled', { done: count(done), total: count(total) }),
    t('import.stored', {
      created: count(stored.created),
      changed: count(stored.changed),
      unchanged: count(stored.unchanged),
    }),
    ...(refused > 0 ? [t('import.refused', { count: count(refused), shops })] : []),
    ...(claimed ? [t('import.claimed')] : []),
  ];
}

/**
 * The days typed as the export's date filter, whole Beijing days. Undefined unless they hold all of the
 * file's rows: the filter was then another one.
 */
export function claimedPeriod(data: PreviewData, from: string, to: string): Period | undefined {
  const [fromDay, toDay] = [findDay(from), findDay(to)];
  const { period } = data;
  if (fromDay === undefined || toDay === undefined || !period) return undefined;
  if (fromDay > period.fromDay || toDay < period.toDay) return undefined;
  return { fromMs: dayStartMs(fromDay), toMs: dayStartMs(toDay + 1) - 1_000 };
}
