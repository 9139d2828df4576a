/** The rule's figures that only the merchant's own page shows: entered here, refused with field and reason. */
import { useState } from 'preact/hooks';
import type { RulePack } from '../../../core/pack';
import type { Report } from '../../../core/report-types';
import type { ShopChoices } from '../../../core/shop-choices';
import type { Translator } from '../../i18n';
import type { ChoicesHandle } from '../use-choices';
import { IndicatorFields } from './indicator-fields';
import { type DraftProblem, draftOf, figuresOf, type RulesDraft } from './rules-model';

interface Props {
  /** As published: without the merchant's own figures. */
  pack: RulePack;
  report: Report;
  choices: ShopChoices;
  handle: ChoicesHandle;
  translator: Translator;
}

export function FiguresForm({ pack, report, choices, handle, translator }: Props) {
  const { t } = translator;
  const [draft, setDraft] = useState<RulesDraft>(() =>
    draftOf(pack, choices.settings.figures?.[pack.id]),
  );
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const [said, setSaid] = useState('');
  const nameOf = (field: string): string => {
    if (field === 'recencyHalfLifeDays') return t('rules.recency');
    const [kind, id, part] = field.split('.');
    const named =
      kind === 'dimensionWeights'
        ? pack.dimensions.find((each) => each.id === id)?.labels[0]
        : pack.indicators.find((each) => each.id === id)?.labels[0];
    return [named ?? t('rules.weights'), part && t(`rules.part.${part as 'weight'}`)]
      .filter(Boolean)
      .join(' · ');
  };
  const weightLabel = (id: string, name: string): string => {
    const weight = report.dimensions.find((each) => each.id === id)?.weight;
    if (weight === undefined) return name;
    return t('rules.assumed', { name, percent: Math.round(weight * 100) });
  };
  const save = (event: Event): void => {
    event.preventDefault();
    const made = figuresOf(pack, draft);
    setProblems('problems' in made ? made.problems : []);
    setSaid('');
    if ('problems' in made) return;
    const figures = { ...choices.settings.figures, [pack.id]: made.figures };
    void handle
      .save({ ...choices, settings: { ...choices.settings, figures } })
      .then(() => setSaid(t('rules.saved')));
  };
  const reset = (): void => {
    const { [pack.id]: _gone, ...figures } = choices.settings.figures ?? {};
    setDraft(draftOf(pack));
    setProblems([]);
    void handle
      .save({ ...choices, settings: { ...choices.settings, figures } })
      .then(() => setSaid(t('rules.reset.done')));
  };
  return (
    <form class="rules" onSubmit={save} noValidate>
      <h2>{t('rules.figures')}</h2>
      <p class="quiet">{t('rules.help')}</p>
      <fieldset>
        <legend>{t('rules.weights')}</legend>
        <div class="filters">
          {pack.dimensions.map(({ id, labels }) => (
            <label key={id}>
              <span>{weightLabel(id, labels[0] ?? id)}</span>
              <input
                inputMode="decimal"
                name={`weight-${id}`}
                value={draft.dimensionWeights[id]}
                aria-invalid={problems.some(({ field }) => field.startsWith('dimensionWeights'))}
                onInput={({ currentTarget }) =>
                  setDraft({
                    ...draft,
                    dimensionWeights: { ...draft.dimensionWeights, [id]: currentTarget.value },
                  })
                }
              />
            </label>
          ))}
        </div>
      </fieldset>
      {pack.indicators.map((rule) => (
        <IndicatorFields
          key={rule.id}
          pack={pack}
          rule={rule}
          draft={draft.indicators[rule.id] ?? { weight: '', rows: [] }}
          isWrong={problems.some(({ field }) => field.startsWith(`indicators.${rule.id}`))}
          change={(next) =>
            setDraft({ ...draft, indicators: { ...draft.indicators, [rule.id]: next } })
          }
          translator={translator}
        />
      ))}
      {pack.recency && (
        <fieldset>
          <legend>{t('rules.recency')}</legend>
          <label class="inline">
            {t('rules.recency.days')}{' '}
            <input
              inputMode="decimal"
              name="recency"
              size={6}
              value={draft.recency}
              placeholder={String(pack.recency.halfLifeDays)}
              aria-invalid={problems.some(({ field }) => field === 'recencyHalfLifeDays')}
              onInput={({ currentTarget }) => setDraft({ ...draft, recency: currentTarget.value })}
            />
          </label>
          <p class="quiet">{pack.recency.source}</p>
        </fieldset>
      )}
      {problems.length > 0 && (
        <div class="notice" data-tone="problem" role="alert" data-problems>
          <p>{t('rules.refused')}</p>
          <ul class="plain">
            {problems.map(({ field, reason }) => (
              <li key={`${field}${reason}`} data-field={field} data-reason={reason}>
                {t('rules.problem', { field: nameOf(field), reason: t(`rules.reason.${reason}`) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="actions">
        <button type="submit" class="primary" data-action="save-rules">
          {t('rules.save')}
        </button>
        <button type="button" data-action="reset-rules" onClick={reset}>
          {t('rules.reset')}
        </button>
        <span role="status" class="quiet">
          {said}
        </span>
      </p>
    </form>
  );
}
