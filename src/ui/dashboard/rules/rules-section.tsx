/** The rule's figures that only the merchant's own page shows: entered here, refused with field and reason. */
import { useEffect, useState } from 'preact/hooks';
import type { SectionProps } from '../section-types';
import { useChoices } from '../use-choices';
import { IndicatorFields } from './indicator-fields';
import { type DraftProblem, draftOf, figuresOf, type RulesDraft } from './rules-model';

export default function RulesSection(section: SectionProps) {
  const { view, model, ports, translator } = section;
  const { t } = translator;
  const handle = useChoices(ports, view.shop);
  const { choices } = handle;
  // The pack as published: the one in the model has the merchant's figures in it already.
  const pack = model && ports.findPack(model.report);
  const [draft, setDraft] = useState<RulesDraft>();
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (pack && choices && !draft) setDraft(draftOf(pack, choices.settings.figures?.[pack.id]));
  }, [pack, choices, draft]);
  if (!pack || !choices || !draft) {
    return (
      <p class="quiet" data-loading>
        {t('loading')}
      </p>
    );
  }
  const nameOf = (field: string): string => {
    const [kind, id, part] = field.split('.');
    const named =
      kind === 'dimensionWeights'
        ? pack.dimensions.find((each) => each.id === id)?.labels[0]
        : pack.indicators.find((each) => each.id === id)?.labels[0];
    return [named ?? t('rules.weights'), part && t(`rules.part.${part as 'weight'}`)]
      .filter(Boolean)
      .join(' · ');
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
      <p class="quiet">{t('rules.help')}</p>
      <p>
        {t('dash.pack', { pack: pack.id })} · <span class="quiet">{pack.source}</span>
      </p>
      <fieldset>
        <legend>{t('rules.weights')}</legend>
        <div class="filters">
          {pack.dimensions.map(({ id, labels, weightPrior }) => (
            <label key={id}>
              <span>
                {weightPrior === undefined
                  ? labels[0]
                  : t('rules.assumed', {
                      name: labels[0] ?? id,
                      percent: Math.round(weightPrior * 100),
                    })}
              </span>
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
      {handle.failed && (
        <p class="notice" data-tone="problem" role="alert">
          {t('choices.failed')}
        </p>
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
