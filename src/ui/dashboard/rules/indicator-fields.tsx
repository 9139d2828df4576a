import type { Indicator, RulePack } from '../../../core/pack';
import type { Translator } from '../../i18n';
import { type RowDraft, type RulesDraft, rowsKind } from './rules-model';

type Draft = RulesDraft['indicators'][string];

interface Props {
  pack: RulePack;
  rule: Indicator;
  draft: Draft;
  isWrong: boolean;
  change(draft: Draft): void;
  translator: Translator;
}

/** One indicator's share and its steps: folded, for most merchants enter one or two. */
export function IndicatorFields({ pack, rule, draft, isWrong, change, translator: { t } }: Props) {
  const kind = rowsKind(pack, rule.id);
  const { rows } = draft;
  const set = (index: number, part: Partial<RowDraft>): void =>
    change({ ...draft, rows: rows.map((row, i) => (i === index ? { ...row, ...part } : row)) });
  const unit = rule.unit === 'ratio' ? '%' : t(`rules.unit.${rule.unit as 'hours'}`);
  const label = rule.labels[0] ?? rule.id;
  return (
    <details open={isWrong || undefined} data-rule={rule.id}>
      <summary>
        {label}
        {(draft.weight || rows.length > 0) && <span class="chip">{t('rules.own')}</span>}
      </summary>
      <fieldset>
        <legend class="unseen">{label}</legend>
        <label class="inline">
          {t('rules.weight')}{' '}
          <input
            inputMode="decimal"
            size={6}
            value={draft.weight}
            aria-invalid={isWrong}
            onInput={({ currentTarget }) => change({ ...draft, weight: currentTarget.value })}
          />
        </label>
        {kind &&
          rows.map((row, i) => (
            <p class="rule-row" key={i}>
              <label class="inline">
                {t('rules.row.value', { unit })}{' '}
                <input
                  inputMode="decimal"
                  size={8}
                  value={row.value}
                  aria-invalid={isWrong}
                  onInput={({ currentTarget }) => set(i, { value: currentTarget.value })}
                />
              </label>
              <label class="inline">
                {t('rules.row.points')}{' '}
                <input
                  inputMode="decimal"
                  size={6}
                  value={row.points}
                  aria-invalid={isWrong}
                  onInput={({ currentTarget }) => set(i, { points: currentTarget.value })}
                />
              </label>
              <button
                type="button"
                aria-label={t('rules.row.remove-named', { n: i + 1, name: label })}
                onClick={() => change({ ...draft, rows: rows.filter((_, j) => j !== i) })}
              >
                {t('rules.row.remove')}
              </button>
            </p>
          ))}
        {kind && (
          <button
            type="button"
            data-add-row={rule.id}
            onClick={() => change({ ...draft, rows: [...rows, { value: '', points: '' }] })}
          >
            {t('rules.row.add', { name: label })}
          </button>
        )}
        <p class="quiet">{rule.points.source}</p>
      </fieldset>
    </details>
  );
}
