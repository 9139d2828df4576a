/**
 * The gap card: for each indicator what is known already, and which page (tab, page size, page turns) or
 * which export would make it exact or covered. Pure.
 */
import { measureSides } from '../../core/measure-sides';
import type { Coverage, IndicatorReport, Report } from '../../core/report-types';
import type { PageSource } from '../../platforms/types';
import type { Translator } from '../i18n';
import type { Link } from '../popup/popup-view';
import type { PlatformInfo } from '../ports';
import { coverageText, WHOLE } from './coverage-model';
import { numberText, shortDay } from './format';
import { pageLink, pageName } from './health-model';

export interface GapStep {
  text: string;
  link?: Link;
}

export interface GapRow {
  id: string;
  label: string;
  /** `exact`: nothing is missing; `shown`: the page's number, ours not; `missing`: no number at all. */
  state: 'exact' | 'shown' | 'counted' | 'missing';
  stateText: string;
  have: string[];
  steps: GapStep[];
}

export interface GapView {
  title: string;
  summary: string;
  rows: GapRow[];
}

/** Undefined while there is no report: the steps then say what to open first. */
export function gapView(report: Report, platform: PlatformInfo, tr: Translator): GapView {
  const rows = report.indicators.map((each) => gapRow(each, report, platform, tr));
  const done = rows.filter((each) => each.state === 'exact').length;
  const shown = rows.filter((each) => each.state === 'shown').length;
  return {
    title: tr.t('gap.title'),
    summary: tr.t('gap.summary', { all: rows.length, exact: done, shown }),
    rows,
  };
}

function gapRow(
  indicator: IndicatorReport,
  report: Report,
  platform: PlatformInfo,
  tr: Translator,
): GapRow {
  const { id, label, numProvenance, denProvenance, ownValue, provenance, value } = indicator;
  const isExact = ownValue !== undefined && numProvenance === 'exact' && denProvenance === 'exact';
  const state = isExact
    ? 'exact'
    : value !== undefined && provenance === 'page'
      ? 'shown'
      : ownValue !== undefined
        ? 'counted'
        : 'missing';
  const needs = isExact ? [] : sourcesFor(indicator, report, platform);
  const steps = needs.flatMap((source) => stepsFor(source, indicator, report, platform, tr));
  return {
    id,
    label,
    state,
    stateText: tr.t(`gap.state.${state}`),
    have: haveTexts(indicator, report, needs, tr),
    steps: value === undefined ? [scoreStep(platform, tr), ...steps] : steps,
  };
}

/** The pages from which the indicator's measure is counted; none where no record can give it. */
function sourcesFor({ id }: IndicatorReport, report: Report, platform: PlatformInfo): PageSource[] {
  const pack = platform.packs?.find((each) => each.id === report.packId);
  const measureId = pack?.indicators.find((each) => each.id === id)?.measureId;
  const measure = pack?.measures.find((each) => each.id === measureId);
  if (!measure) return [];
  const sides = new Set(measureSides(measure));
  return (platform.sources ?? []).filter(({ side }) => sides.has(side));
}

function haveTexts(
  { unit, num, den }: IndicatorReport,
  report: Report,
  needs: PageSource[],
  tr: Translator,
): string[] {
  const lists = needs.flatMap(({ side }) => {
    const found = report.coverage.find((each) => each.side === side);
    return found && found.seen > 0 ? [coverageText(found, tr)] : [];
  });
  const counts =
    unit === 'ratio' && num !== undefined && den === undefined && num > 0
      ? [tr.t('evidence.no-den', { num: numberText(num, 0) })]
      : [];
  return [...lists, ...counts];
}

const scoreStep = (platform: PlatformInfo, tr: Translator): GapStep => ({
  text: tr.t('gap.score', { page: pageName('score', tr) }),
  link: pageLink('score', platform, tr),
});

function stepsFor(
  source: PageSource,
  indicator: IndicatorReport,
  report: Report,
  platform: PlatformInfo,
  tr: Translator,
): GapStep[] {
  const { t } = tr;
  const { side, tab, pageSize, file } = source;
  const page = pageName(source.page, tr);
  const link = sourceLink(source, platform, tr);
  const isList = side === 'orders' || side === 'aftersales';
  if (!isList) return [{ text: tr.code('gap.page', side, 'gap.page.parcels', { page }), link }];
  const covered = coverageOf(indicator, report, side);
  const fileName = file && tr.code('import.source', file, 'import.source.other');
  if ((covered?.ratio ?? 0) >= WHOLE) {
    // The list is whole, yet units cannot be told: exports carry instants that the list does not show.
    return indicator.den === undefined && fileName
      ? [{ text: t('gap.file.times', { file: fileName }) }]
      : [];
  }
  const day = shortDay(covered?.from ?? indicator.windowFrom);
  const walk = walkText({ page, tab: tab ?? '', pageSize, day }, covered?.expected, tr);
  return [{ text: walk, link }, ...(fileName ? [{ text: t('gap.file', { file: fileName }) }] : [])];
}

interface Walk {
  page: string;
  tab: string;
  pageSize: number | undefined;
  /** Rows older than this are not needed. */
  day: string;
}

/** Which tab, how many rows a page, how many pages: as far as each is known. */
function walkText(
  { page, tab, pageSize: size, day }: Walk,
  expected: number | undefined,
  { t }: Translator,
): string {
  if (!size) return t('gap.list.plain', { page, tab, day });
  if (expected === undefined) return t('gap.list', { page, tab, size, day });
  const pages = numberText(Math.max(1, Math.ceil(expected / size)), 0);
  return t('gap.list.pages', { page, tab, size, pages });
}

/** The indicator's own coverage reaches further back than the report's where late events count. */
function coverageOf(
  { coverage }: IndicatorReport,
  report: Report,
  side: Coverage['side'],
): Coverage | undefined {
  if (coverage?.side === side) return coverage;
  return report.coverage.find((each) => each.side === side);
}

function sourceLink(
  { page, url }: PageSource,
  platform: PlatformInfo,
  tr: Translator,
): Link | undefined {
  const label = tr.t('action.open-page', { page: pageName(page, tr) });
  return url === undefined ? pageLink(page, platform, tr) : { label, url };
}
