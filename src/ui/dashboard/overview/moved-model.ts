/** Why the score moved since the reading before: every part in points, and their sum. Pure. */
import type { MovePart } from '../../../core/answers-types';
import { explainMove } from '../../../core/explain-move';
import type { ScoreModel } from '../../../core/score-model';
import type { Translator } from '../../i18n';
import type { ChipView } from '../../popup/popup-view';
import { chipView } from '../../shared/chip-model';
import { numberText, shortDay, valueText } from '../../shared/format';

export interface MovedRow {
  id: string;
  label: string;
  /** What changed, in numbers. */
  detail?: string;
  points: number;
  chip: ChipView;
  /** Leads to this indicator. */
  indicator?: string;
}

export interface MovedView {
  from: string;
  to: string;
  difference: number;
  rows: MovedRow[];
}

/** Undefined with fewer than two readings of a total. */
export function movedView(model: ScoreModel, tr: Translator): MovedView | undefined {
  const scored = model.context.snapshots.filter(
    (each) => each.state === 'scored' && each.total !== undefined,
  );
  const after = scored.at(-1);
  const before = after && findBefore(scored, after.total);
  if (!after || !before) return undefined;
  const movement = explainMove(model, before, after, model.context.offenders);
  if (!movement) return undefined;
  return {
    from: shortDay(movement.fromDay),
    to: shortDay(movement.toDay),
    difference: movement.difference,
    rows: movement.parts.map((part, i) => rowOf(part, i, model, before, after, tr)),
  };
}

type Snapshot = ScoreModel['context']['snapshots'][number];

/** The last reading with another total: a still score has nothing to explain, what moved it last has. */
function findBefore(scored: Snapshot[], total: number | undefined): Snapshot | undefined {
  return scored.findLast((each) => each.total !== total) ?? scored.at(-2);
}

function rowOf(
  part: MovePart,
  index: number,
  model: ScoreModel,
  before: Snapshot,
  after: Snapshot,
  tr: Translator,
): MovedRow {
  const { t } = tr;
  const { report } = model;
  const { kind, indicator: id, dimension } = part;
  const indicator = report.indicators.find((each) => each.id === id);
  const inside = report.dimensions.find((each) => each.id === dimension);
  const what = indicator?.label ?? inside?.label;
  const label =
    what === undefined
      ? t(`moved.kind.${kind}`, { from: before.packId ?? '', to: after.packId ?? '' })
      : t('moved.label', {
          what,
          kind: t(`moved.kind.${kind}`, { from: before.packId ?? '', to: after.packId ?? '' }),
        });
  const [from, to] = [before, after].map((each) =>
    id === undefined ? undefined : each.indicators[id]?.value,
  );
  const [low, high] = [before, after].map((each) =>
    dimension === undefined ? undefined : each.dimensions[dimension]?.score,
  );
  const detail =
    indicator && from !== undefined && to !== undefined
      ? t('moved.values', {
          from: valueText(from, indicator.unit, tr),
          to: valueText(to, indicator.unit, tr),
        })
      : kind === 'dimension' && low !== undefined && high !== undefined
        ? t('moved.values', { from: numberText(low, 1), to: numberText(high, 1) })
        : undefined;
  return {
    id: `${kind}-${id ?? dimension ?? ''}-${index}`,
    label,
    ...(detail === undefined ? {} : { detail }),
    points: part.points,
    chip: chipView(part.provenance, tr),
    ...(id === undefined ? {} : { indicator: id }),
  };
}
