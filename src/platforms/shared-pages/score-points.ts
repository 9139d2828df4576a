/**
 * Points, weights and steps that earlier score pages print beside each indicator (得分 100分, 权重 15%,
 * ≥4.791 可得100分). They are taken out of the texts before labels and values are paired: a number of points beside a rate, or a
 * weight in a column of its own, must never become the indicator's value.
 */
import type { Leaf } from '../../capture/leaves';
import type { Tier } from '../../core/points-types';
import type { ScoreLabel, ScoreUnit } from './score-labels';
import { limitIn, type StepTexts, settleTiers } from './score-tiers';
import { valueIn } from './score-values';

export interface Extra {
  points?: number;
  weight?: number;
  tiers?: Tier[];
}

/** A number: the points of a step, of which the column gives the thresholds. */
type Column = 'points' | 'weight' | 'value' | 'other' | number;

const POINTS = /^(?:指标|单项)?得分(?:[\s:]*([\d.]+) ?分?)?$/;
const WEIGHT = /^(?:指标)?(?:权重|占比)(?:[\s:]*([\d.]+ ?%))?$/;
/** Words for the shop's own value: they say nothing that its label does not. */
const OWN = /^(?:店铺表现|指标值|当前值|指标表现)[\s:]*/;
const NUMBER = /^\d{1,3}(?:\.\d{1,4})?$/;

export interface Extracted {
  /** The texts without points, weights and cells of unknown columns. */
  rest: Leaf[];
  byId: Map<string, Extra>;
}

export function extractExtras(
  leaves: readonly Leaf[],
  entries: readonly ScoreLabel[],
  steps: StepTexts,
): Extracted {
  const byText = new Map(entries.flatMap((entry) => entry.labels.map((label) => [label, entry])));
  const named = leaves.filter(({ text }) => byText.has(text));
  const byId = new Map<string, Extra>();
  const rest: Leaf[] = [];
  /** The one indicator around a text: the smallest element with a label must have no second one. */
  const owner = (el: Element): ScoreLabel | undefined => {
    for (let up: Element | null = el; up; up = up.parentElement) {
      const inside = new Set(
        named.filter((leaf) => up?.contains(leaf.el)).map(({ text }) => byText.get(text)),
      );
      const [entry] = inside;
      if (entry) return inside.size === 1 && entry.kind === 'indicator' ? entry : undefined;
    }
    return undefined;
  };
  const read = new Map<string, Tier[]>();
  /** True when the text belongs to one indicator, readable or not. */
  const putStep = (el: Element, points: number, limit: string): boolean => {
    const { id, unit } = owner(el) ?? {};
    if (id === undefined) return false;
    const value = limitIn(unit as ScoreUnit, limit);
    if (value !== undefined) read.set(id, [...(read.get(id) ?? []), { points, value }]);
    return true;
  };
  const put = (el: Element, field: 'points' | 'weight', number: number | undefined): void => {
    const id = owner(el)?.id;
    if (id === undefined || number === undefined) return;
    const extra = byId.get(id) ?? {};
    // Said twice and differently: neither (and no third chance).
    const isSame = !(field in extra) || extra[field] === number;
    byId.set(id, { ...extra, [field]: isSame ? number : Number.NaN });
  };

  for (let at = 0; at < leaves.length; at += 1) {
    const leaf = leaves[at] as Leaf;
    const column = byText.has(leaf.text) ? undefined : columnOf(leaf.el, steps);
    if (column && column !== 'value') {
      if (column === 'points') put(leaf.el, 'points', valueIn('points', leaf.text));
      if (column === 'weight') put(leaf.el, 'weight', valueIn('ratio', leaf.text));
      if (typeof column === 'number') putStep(leaf.el, column, leaf.text);
      continue;
    }
    const step = steps.ofText(leaf.text);
    if (step && putStep(leaf.el, step.points, step.limit)) continue;
    const points = POINTS.exec(leaf.text);
    const weight = points ? null : WEIGHT.exec(leaf.text);
    if ((!points && !weight) || leaf.el.closest('th, thead')) {
      const text = leaf.text.replace(OWN, '');
      if (text !== '') rest.push({ ...leaf, text });
      continue;
    }
    // The number in the same text, else in the next one; its unit may be a text of its own.
    let number = points?.[1] ?? weight?.[1];
    const next = leaves[at + 1]?.text ?? '';
    if (number === undefined && /^[\d.]+ ?[分%]?$/.test(next) && owner(leaf.el) !== undefined) {
      at += 1;
      number = next;
      const unit = leaves[at + 1]?.text ?? '';
      if (NUMBER.test(next) && /^[分%]$/.test(unit)) {
        at += 1;
        number += unit;
      }
    }
    if (number === undefined) rest.push(leaf);
    else if (points) put(leaf.el, 'points', valueIn('points', number));
    else if (owner(leaf.el) !== undefined) put(leaf.el, 'weight', valueIn('ratio', number));
    // Beside a dimension, where the pairing takes it.
    else rest.push({ ...leaf, text: `权重 ${number}` });
  }
  for (const [id, own] of read) {
    const tiers = settleTiers(own);
    if (tiers) byId.set(id, { ...byId.get(id), tiers });
  }
  return { rest, byId };
}

/** What a table's head row says about a cell; undefined outside such tables. */
function columnOf(el: Element, steps: StepTexts): Column | undefined {
  const cell = el.closest('td');
  const row = cell?.parentElement;
  const head = row?.closest('table')?.querySelector('tr');
  if (!cell || !row || !head || head === row || head.children.length !== row.children.length) {
    return undefined;
  }
  const titles = [...head.children].map(({ textContent }) => textContent?.trim() ?? '');
  const isTelling = (title: string): boolean =>
    (/得分|权重|占比/.test(title) && title.length <= 6) || steps.ofTitle(title) !== undefined;
  if (!titles.some(isTelling)) return undefined;
  const index = [...row.children].indexOf(cell);
  const title = titles[index] ?? '';
  const step = steps.ofTitle(title);
  if (step !== undefined) return step;
  if (/权重|占比/.test(title)) return 'weight';
  if (/得分/.test(title)) return 'points';
  return /表现|指标值|数值|当前|店铺值|本店|我的|实际/.test(title) ? 'value' : 'other';
}
