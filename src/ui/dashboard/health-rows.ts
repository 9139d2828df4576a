/** How well each kind of page is read, in a merchant's words: never a machine code, never a field's id. Pure. */
import type { PageHealth } from '../../core/entities';
import type { ShopMirror } from '../../store/mirror-types';
import type { Translator } from '../i18n';
import { agoText, numberText } from '../shared/format';
import { pageName, problemText } from '../shared/health-model';
import type { HealthRow } from './dashboard-view';

/** What a score page's missing numbers are called: indicators and dimensions of report and rules. */
export type FieldLabels = ReadonlyMap<string, string>;

/** Latest sighting first. */
export function healthRows(
  mirror: Pick<ShopMirror, 'health'>,
  labels: FieldLabels,
  nowMs: number,
  tr: Translator,
): HealthRow[] {
  return Object.values(mirror.health)
    .sort((a, b) => b.seenMs - a.seenMs)
    .map((health) => ({
      kind: health.kind,
      page: pageName(health.kind, tr),
      verdict: health.verdict,
      state: tr.t(`dash.health.${health.verdict}`),
      details: [
        health.verdict === 'broken' ? problemText(health, tr) : missingText(health, labels, tr),
        howText(health, tr),
        ruleText(health, tr),
      ].filter((each) => each !== undefined),
      seen: agoText(health.seenMs, nowMs, tr),
      lastGood:
        health.lastGoodMs === undefined
          ? tr.t('health.last-good.never')
          : agoText(health.lastGoodMs, nowMs, tr),
      rows: tr.t('dash.counts', {
        num: numberText(health.groupsParsed, 0),
        den: numberText(health.groupsSeen, 0),
      }),
    }));
}

/** The fields that some rows lacked, with how many; of a page about one thing only the names. */
function missingText(
  { kind, fieldsMissing, groupsParsed }: PageHealth,
  labels: FieldLabels,
  tr: Translator,
): string | undefined {
  const { t } = tr;
  const byName = new Map<string, number>();
  for (const [field, count] of Object.entries(fieldsMissing)) {
    const name = fieldName(field, labels, tr);
    byName.set(name, Math.max(byName.get(name) ?? 0, count));
  }
  if (byName.size === 0) return undefined;
  const fields = [...byName].map(([name, count]) =>
    kind.endsWith('-list') && groupsParsed > 1
      ? t('health.field-rows', { field: name, count: numberText(count, 0) })
      : name,
  );
  return t('dash.health.missing', { fields: fields.join(t('list.comma')) });
}

function fieldName(field: string, labels: FieldLabels, tr: Translator): string {
  return labels.get(field) ?? tr.code('health.field', field, 'health.field.other');
}

/** Alternatives that look for a word on the page; all others for a mark in its markup. */
const BY_TEXT = /label|text|^(?:column|sequence|mixed|sum|total-row)$/;

/** Whether marks of the page or its words were gone by; which steps, when both. */
function howText({ alternatives }: PageHealth, tr: Translator): string | undefined {
  const { t } = tr;
  const steps = Object.entries(alternatives).filter(([step]) => step !== RULE_STEP);
  const byText = steps.filter(([, found]) => BY_TEXT.test(found));
  if (steps.length === 0) return undefined;
  if (byText.length === 0) return t('health.how.marks');
  if (byText.length === steps.length) return t('health.how.text');
  const names = byText.map(([step]) => tr.code('health.step', step, 'health.step.other'));
  return t('health.how.both', { steps: [...new Set(names)].join(t('list.comma')) });
}

/** The step that says which rule's names the page carries, not how they were found. */
const RULE_STEP = 'labels';

/** The rule by its date: `2026-09` of `somewhere-2026-09`. */
function ruleText({ alternatives }: PageHealth, tr: Translator): string | undefined {
  const date = /\d{4}(?:-\d{2})*$/.exec(alternatives[RULE_STEP] ?? '')?.[0];
  return date && tr.t('health.how.rule', { date });
}
