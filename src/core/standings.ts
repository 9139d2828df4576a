/** Where a shop stands on the eligibility lines: today by what the pages printed, later by the score path. */
import { assessLine, linesFor, type MetricHistories } from './advice-lines';
import type { DayValue, EligibilityLine, LineMetric } from './advice-types';
import type { ScorePath, Standing } from './answers-types';
import type { ScoreModel } from './score-model';

export interface StandingsInput {
  lines: readonly EligibilityLine[];
  /** The shop's categories in the platform's words. */
  categories?: readonly string[];
  path?: ScorePath;
  /** A known deciding day (Beijing day number), e.g. of a campaign. */
  decideDay?: number;
}

/** Lines in force today, tightest first: lost ones, then those that turn soon, then by relative margin. */
export function standingsOf(
  model: ScoreModel,
  { lines, categories, path, decideDay }: StandingsInput,
): Standing[] {
  const today = model.asOf + 1;
  const own = categories ?? model.context.settings?.categories ?? [];
  const histories = metricHistories(model, path);
  return linesFor(lines, { day: today, categories: own })
    .map((line): Standing => {
      const standing = assessLine(line, histories[line.metric] ?? {}, today, decideDay);
      return path ? { ...standing, assumption: path.assumption } : standing;
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.relativeMargin ?? 0) - (b.relativeMargin ?? 0));
}

/** A page read on a day shows that day's score; the path's `asOf` shows on the day after. */
export function metricHistories(model: ScoreModel, path?: ScorePath): MetricHistories {
  const histories: MetricHistories = {};
  const add = (
    metric: LineMetric,
    kind: 'series' | 'path',
    day: number,
    value: number | undefined,
  ): void => {
    if (value === undefined) return;
    histories[metric] ??= {};
    const history = histories[metric];
    const entries: DayValue[] = history[kind] ?? [];
    entries.push({ day, value });
    history[kind] = entries;
  };
  for (const each of model.context.snapshots) {
    if (each.state !== 'scored') continue;
    add('total', 'series', each.day, each.total);
    for (const [id, { score }] of Object.entries(each.dimensions)) {
      add(`dimension:${id}`, 'series', each.day, score);
    }
    for (const [id, { value, points }] of Object.entries(each.indicators)) {
      add(`indicator:${id}`, 'series', each.day, value);
      add(`indicator-points:${id}`, 'series', each.day, points);
    }
  }
  for (const { asOfDay, total, dimensions, indicators } of path?.days ?? []) {
    const day = asOfDay + 1;
    add('total', 'path', day, total);
    for (const [id, score] of Object.entries(dimensions)) {
      add(`dimension:${id}`, 'path', day, score);
    }
    for (const [id, { value, points }] of Object.entries(indicators)) {
      add(`indicator:${id}`, 'path', day, value);
      // Points were printed by some versions only: a line about them speaks of those.
      if (histories[`indicator-points:${id}`]) add(`indicator-points:${id}`, 'path', day, points);
    }
  }
  return histories;
}

function rankOf({ holds, turnsOn }: Standing): number {
  if (holds === false) return 0;
  if (holds === undefined) return 3;
  return turnsOn === undefined ? 2 : 1;
}
