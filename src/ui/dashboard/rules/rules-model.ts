/** The rule editor's form: what is typed, as texts, to figures and back. Pure. */
import type { RulePack } from '../../../core/pack';
import {
  applySettings,
  type PackSettings,
  type SettingsProblem,
} from '../../../core/pack-settings';

export interface RowDraft {
  value: string;
  points: string;
}

export interface RulesDraft {
  /** Dimension id → percent; all empty: as the rule or the page says. */
  dimensionWeights: Record<string, string>;
  indicators: Record<string, { weight: string; rows: RowDraft[] }>;
  /** Half-life of the recency assumption, days; empty: the pack's. */
  recency: string;
}

/** Which of an indicator's rows the merchant may enter: the rule's steps, or our reference curve. */
export function rowsKind(pack: RulePack, id: string): 'tiers' | 'ladder' | undefined {
  const how = pack.indicators.find((each) => each.id === id)?.points.how;
  if (how === 'tiers') return 'tiers';
  return how === 'opaque' || how === 'rank' ? 'ladder' : undefined;
}

/** Rates are typed in percent. */
const factorOf = (unit: string): number => (unit === 'ratio' ? 100 : 1);

/** Floating-point dust would look like a figure that nobody typed. */
const plain = (value: number): string => String(Number(value.toPrecision(10)));

export function draftOf(pack: RulePack, figures: PackSettings = {}): RulesDraft {
  const { recencyHalfLifeDays: halfLife } = figures;
  return {
    recency: halfLife === undefined ? '' : plain(halfLife),
    dimensionWeights: Object.fromEntries(
      pack.dimensions.map(({ id }) => {
        const weight = figures.dimensionWeights?.[id];
        return [id, weight === undefined ? '' : plain(weight * 100)];
      }),
    ),
    indicators: Object.fromEntries(
      pack.indicators.map(({ id, unit }) => {
        const own = figures.indicators?.[id];
        const rows = own?.tiers ?? own?.ladder ?? [];
        return [
          id,
          {
            weight: own?.weight === undefined ? '' : plain(own.weight * 100),
            rows: rows.map((each) => ({
              value: plain(each.value * factorOf(unit)),
              points: plain(each.points),
            })),
          },
        ];
      }),
    ),
  };
}

export interface DraftProblem {
  field: string;
  reason: SettingsProblem['reason'] | 'not-a-number';
}

/** The figures, or every field that is wrong and why. Empty fields are not entered. */
export function figuresOf(
  pack: RulePack,
  draft: RulesDraft,
): { figures: PackSettings } | { problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const read = (text: string, field: string, factor: number): number | undefined => {
    if (text.trim() === '') return undefined;
    const number = Number(text.trim().replace(/[%％]$/, ''));
    if (Number.isFinite(number)) return number / factor;
    problems.push({ field, reason: 'not-a-number' });
    return undefined;
  };
  const weights = Object.entries(draft.dimensionWeights).flatMap(([id, text]) => {
    const weight = read(text, `dimensionWeights.${id}`, 100);
    return weight === undefined ? [] : [[id, weight] as const];
  });
  const indicators: NonNullable<PackSettings['indicators']> = {};
  for (const { id, unit } of pack.indicators) {
    const own = draft.indicators[id];
    if (!own) continue;
    const weight = read(own.weight, `indicators.${id}.weight`, 100);
    const kind = rowsKind(pack, id);
    const rows = own.rows.flatMap(({ value, points }) => {
      const at = read(value, `indicators.${id}.${kind}`, factorOf(unit));
      const worth = read(points, `indicators.${id}.${kind}`, 1);
      return at === undefined || worth === undefined ? [] : [{ value: at, points: worth }];
    });
    const entered = {
      ...(weight === undefined ? {} : { weight }),
      ...(kind && rows.length > 0 ? { [kind]: rows } : {}),
    };
    if (Object.keys(entered).length > 0) indicators[id] = entered;
  }
  const halfLife = read(draft.recency, 'recencyHalfLifeDays', 1);
  const figures: PackSettings = {
    ...(halfLife === undefined ? {} : { recencyHalfLifeDays: halfLife }),
    ...(weights.length > 0 ? { dimensionWeights: Object.fromEntries(weights) } : {}),
    ...(Object.keys(indicators).length > 0 ? { indicators } : {}),
  };
  if (problems.length > 0) return { problems };
  const applied = applySettings(pack, figures);
  return 'problems' in applied ? { problems: applied.problems } : { figures };
}
