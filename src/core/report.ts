/**
 * The report: a pure function of (pack, tallies, snapshots, coverage, offenders, now). Popup, dashboard
 * and report.json show it; nothing else computes a score. Schema: docs/report.md, rules: docs/scoring.md.
 */
import { dragScale, findDrag } from './drag';
import type { ScoreSnapshot } from './entities';
import { fitLadders } from './fit-ladders';
import { displayScore } from './ladder';
import { withMainParts } from './main-part';
import { type ReportContext, reportContext } from './report-context';
import { reportBonuses, reportStage } from './report-extras';
import { describeIndicators } from './report-indicators';
import { reportEvidence, reportOffenders } from './report-lists';
import { attributeLosses, deriveDimensions } from './report-losses';
import { listCoverage, RATE_COVERAGE } from './report-own';
import { breakDown, type ScoreBreakdown } from './report-score';
import type { Coverage, FitReport, Report, ReportInput } from './report-types';
import { joinSheets } from './sheets';
import { withPageTiers, withSettings } from './shop-settings';
import { formatDay, lastCompleteDay } from './time';
import { ruleChanges } from './trend';
import { windowEndingOn } from './window';

export function buildReport(input: ReportInput): Report {
  return explain(input).report;
}

/** A report, and what it was made with: the answers (score-model.ts) start from both. */
export interface Explained {
  report: Report;
  /** The input with the pack in effect: the merchant's figures and calibrated curves entered. */
  context: ReportContext;
}

export function explain(given: ReportInput): Explained {
  const { nowMs } = given;
  const asOf = lastCompleteDay(nowMs);
  const snapshots = joinSheets(given.snapshots, given.pack.id);
  const official = findOfficial(snapshots);
  const scored = official?.state === 'scored' ? official : undefined;
  const entered = withSettings(given.pack, given.settings);
  const ofThisRule = snapshots.filter(
    (each) => each.state === 'scored' && (each.packId ?? given.pack.id) === given.pack.id,
  );
  const { pack, fits } = fitLadders(withPageTiers(entered.pack, scored), ofThisRule);
  const context = reportContext({ ...given, pack, snapshots });
  const described = describeIndicators(context, scored, asOf);
  const derived = deriveDimensions(pack, scored, described);
  const score = breakDown(pack, scored, ofThisRule, derived);
  const losses = attributeLosses(pack, scored, described, score.dimensions);
  const { dimensions } = losses;
  const offenders = reportOffenders(context, losses.indicators, asOf);
  const indicators = withMainParts(context, losses.indicators, offenders);
  const state = official?.state ?? 'no-snapshot';
  const gateWindow = windowEndingOn([pack.gate.windowDays, 1], asOf);
  const coverage = (['orders', 'aftersales'] as const).map((side) =>
    listCoverage(context, side, gateWindow),
  );
  const report: Report = {
    schema: 1,
    schemaMinor: 3,
    shop: given.shop,
    packId: pack.id,
    scoreName: pack.name,
    scale: { min: pack.scale.min, max: pack.scale.max },
    asOf: formatDay(asOf),
    generatedMs: nowMs,
    state,
    dimensions,
    indicators,
    drag: findDrag(state, indicators, dimensions, dragScale(pack), {
      total: scored?.total,
      bonus: Math.abs(scored?.bonus ?? 0),
      deduction: Math.abs(scored?.deduction ?? 0),
    }),
    offenders,
    evidence: reportEvidence(context, asOf),
    coverage,
    residuals: score.residuals,
    bonuses: reportBonuses(context),
    stage: reportStage(context, official, asOf),
    fits: [...weightsFit(score), ...fits],
    ruleChanges: ruleChanges(snapshots),
    notes: findNotes(context, official, score, coverage, asOf),
  };
  if (official) report.official = official;
  if (scored) report.total = describeTotal(context, scored, score);
  if (scored?.bonus !== undefined) report.bonus = Math.abs(scored.bonus);
  if (scored?.deduction !== undefined) report.deduction = Math.abs(scored.deduction);
  if (entered.applied) {
    report.settings = entered.applied;
    if (entered.applied.refused.length > 0) report.notes.push('settings-refused');
  }
  const change = findChange(scored, snapshots);
  if (change) report.change = change;
  return { report, context };
}

function weightsFit({ weightsTrial: trial }: ScoreBreakdown): FitReport[] {
  if (!trial) return [];
  const { beats, ...figures } = trial;
  return [{ kind: 'weights', ...figures, used: beats }];
}

/** The newest reading that says something about the score; a colleague's missing permission does not. */
function findOfficial(snapshots: ScoreSnapshot[]): ScoreSnapshot | undefined {
  return snapshots.findLast((each) => each.state !== 'no-permission') ?? snapshots.at(-1);
}

function describeTotal(
  { pack }: ReportInput,
  scored: ScoreSnapshot,
  score: ScoreBreakdown,
): NonNullable<Report['total']> {
  const { total, delta } = scored;
  const display = total === undefined ? undefined : displayScore(pack.display, total);
  const ours = score.ours;
  return {
    ...(total === undefined ? {} : { official: total }),
    ...(ours === undefined ? {} : { ours }),
    provenance: total !== undefined ? 'page' : ours === undefined ? 'missing' : 'estimate',
    ...(delta === undefined ? {} : { delta }),
    ...(display === undefined ? {} : { display }),
    ...(total === undefined || ours === undefined ? {} : { drift: total - ours }),
  };
}

/** Since the last scored reading of another day; else the page's own "较前1日". */
function findChange(
  scored: ScoreSnapshot | undefined,
  snapshots: ScoreSnapshot[],
): Report['change'] {
  if (scored?.total === undefined) return undefined;
  const toDay = formatDay(scored.day);
  const before = snapshots.findLast(
    (each) => each.day < scored.day && each.state === 'scored' && each.total !== undefined,
  );
  if (before?.total !== undefined) {
    return { points: scored.total - before.total, fromDay: formatDay(before.day), toDay };
  }
  if (scored.delta === undefined) return undefined;
  return { points: scored.delta, fromDay: formatDay(scored.day - 1), toDay };
}

function findNotes(
  { pack, snapshots }: ReportInput,
  official: ScoreSnapshot | undefined,
  score: ScoreBreakdown,
  coverage: Coverage[],
  asOf: number,
): string[] {
  const notes: string[] = [];
  const scored = official?.state === 'scored';
  if (scored && score.weightsEstimated) notes.push('weights-estimated');
  if (official?.packId !== undefined && official.packId !== pack.id) notes.push('pack-mismatch');
  if (scored && official.packId === undefined) notes.push('pack-unrecognised');
  if (official && official.day < asOf) notes.push('snapshot-stale');
  if (official?.state === 'no-score') notes.push('few-orders');
  if (snapshots.at(-1)?.state === 'no-permission') notes.push('no-permission');
  if (score.residuals.some((each) => each.kind === 'unexplained')) notes.push('total-unexplained');
  for (const { side, ratio } of coverage) {
    if ((ratio ?? 0) < RATE_COVERAGE) notes.push(`partial-${side}`);
  }
  return notes;
}
