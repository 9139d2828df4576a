/** What was done, when, and what the platform printed before and after. */
import { useState } from 'preact/hooks';
import type { ShopChoices } from '../../../core/shop-choices';
import { beijingDay, formatDay } from '../../../core/time';
import type { Translator } from '../../i18n';
import { numberText, valueText } from '../../shared/format';
import { actionText } from '../action-text';
import type { SectionProps } from '../section-types';
import { type ActionResult, actionResults } from './playbook-model';

interface Props {
  section: SectionProps;
  choices: ShopChoices;
  save(choices: ShopChoices): Promise<void>;
  text(key: string): string;
}

export function ActionLog({ section, choices, save, text }: Props) {
  const { model, translator, input, view } = section;
  const { t } = translator;
  const today = formatDay(beijingDay(input.nowMs));
  const [what, setWhat] = useState('');
  const [day, setDay] = useState(today);
  const results = model ? actionResults(model, choices.actions) : [];
  const add = (event: Event): void => {
    event.preventDefault();
    const entry = what.trim();
    if (!entry || !day) return;
    const action = { id: `${day}-${entry}`, day, text: entry, indicator: view.shown?.id };
    const others = choices.actions.filter((each) => each.id !== action.id);
    void save({ ...choices, actions: [...others, action] });
    setWhat('');
  };
  const remove = (id: string): void =>
    void save({ ...choices, actions: choices.actions.filter((each) => each.id !== id) });
  return (
    <section id="log">
      <h2 id="log-title">{t('log.title')}</h2>
      <form class="filters" onSubmit={add}>
        <label>
          <span>{t('log.what')}</span>
          <input
            name="log-text"
            required
            maxLength={80}
            value={what}
            onInput={({ currentTarget }) => setWhat(currentTarget.value)}
          />
        </label>
        <label>
          <span>{t('log.day')}</span>
          <input
            type="date"
            name="log-day"
            required
            max={today}
            value={day}
            onInput={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </label>
        <button type="submit">{t('log.add')}</button>
      </form>
      {results.length === 0 ? (
        <p class="empty">{t('log.none')}</p>
      ) : (
        <table aria-labelledby="log-title">
          <thead>
            <tr>
              <th scope="col">{t('log.day')}</th>
              <th scope="col">{t('log.what')}</th>
              <th scope="col">{t('log.effect')}</th>
              <th scope="col">{t('log.remove')}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.action.id} data-logged={result.action.id}>
                <th scope="row">{result.action.day}</th>
                <td>
                  {actionText(result.action, text)}
                  <span class="quiet block">{result.label || t('lines.total')}</span>
                </td>
                <td>{effectText(result, translator)}</td>
                <td>
                  <button
                    type="button"
                    aria-label={t('log.remove.named', { what: actionText(result.action, text) })}
                    onClick={() => remove(result.action.id)}
                  >
                    {t('log.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Before and after, and in words whether that is better. It says when, not because of what. */
export function effectText({ before, after, unit, better }: ActionResult, tr: Translator): string {
  const { t } = tr;
  const show = (value: number | undefined): string =>
    value === undefined
      ? t('value.missing')
      : unit
        ? valueText(value, unit, tr)
        : numberText(value, 1);
  if (after === undefined) return t('log.wait', { before: show(before) });
  if (before === undefined) return t('log.no-before', { after: show(after) });
  const word =
    after === before ? 'same' : after < before === (better === 'low') ? 'better' : 'worse';
  return t('log.moved', { before: show(before), after: show(after), word: t(`log.${word}`) });
}
