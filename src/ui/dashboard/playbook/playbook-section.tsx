/** What to do about an indicator, on what evidence; what was done and what came of it. */
import { useMemo } from 'preact/hooks';
import { beijingDay, formatDay } from '../../../core/time';
import { Failure } from '../../shared/failure';
import { IndicatorSelect } from '../indicator-select';
import type { SectionProps } from '../section-types';
import { useAdvice } from '../use-advice';
import { useChoices } from '../use-choices';
import { useLosses } from '../use-losses';
import { ActionLog } from './action-log';
import { Checklist } from './checklist';
import { PlaybookCard } from './playbook-card';
import { playbookViews } from './playbook-model';

export default function PlaybookSection(section: SectionProps) {
  const { view, input, ports, translator, go } = section;
  const { t } = translator;
  const { report, shown } = view;
  const book = useAdvice(ports, view.shop?.platform);
  const handle = useChoices(ports, view.shop);
  const [losses] = useLosses(ports, report, shown?.id);
  const data = losses.at === 'read' ? losses.data : undefined;
  const cards = useMemo(
    () =>
      book && book !== 'failed' && shown
        ? playbookViews(book.advice, shown.id, data, translator)
        : [],
    [book, shown?.id, data, translator],
  );
  if (book === 'failed') return <Failure t={t} again={() => location.reload()} />;
  if (!book || !handle.choices || !shown) {
    return (
      <p class="quiet" data-loading>
        {t('loading')}
      </p>
    );
  }
  const { choices } = handle;
  const today = formatDay(beijingDay(input.nowMs));
  const log = (textKey: string): void => {
    const action = { id: `${today}-${textKey}`, day: today, indicator: shown.id, textKey };
    const others = choices.actions.filter((each) => each.id !== action.id);
    void handle.save({ ...choices, actions: [...others, action] });
  };
  const logged = new Set(choices.actions.map((each) => each.id));
  const deductions = book.advice.playbooks.filter((each) => each.deductions.length > 0);
  return (
    <>
      <IndicatorSelect
        view={view}
        shown={shown.id}
        t={t}
        choose={(indicator) => go({ section: 'playbook', indicator })}
      />
      {handle.failed && (
        <p class="notice" data-tone="problem" role="alert">
          {t('choices.failed')}
        </p>
      )}
      {losses.at === 'reading' && (
        <p class="quiet" role="status">
          {t('losses.reading', { read: losses.read })}
        </p>
      )}
      <section>
        <h2>{t('playbook.for', { label: shown.label })}</h2>
        {cards.length === 0 && <p class="empty">{t('playbook.none')}</p>}
        {cards.map((card) => (
          <PlaybookCard
            key={card.entry.id}
            card={card}
            text={book.text}
            t={t}
            isLogged={(textKey) => logged.has(`${today}-${textKey}`)}
            log={log}
          />
        ))}
      </section>
      <ActionLog section={section} choices={choices} save={handle.save} text={book.text} />
      <Checklist
        items={book.advice.checklist}
        choices={choices}
        save={handle.save}
        nowMs={input.nowMs}
        text={book.text}
        t={t}
      />
      <section id="deductions">
        <h2>{t('playbook.deductions')}</h2>
        {deductions.map((entry) => (
          <details key={entry.id} data-playbook={entry.id}>
            <summary>{book.text(entry.titleKey)}</summary>
            <p>{book.text(entry.impactKey)}</p>
            <ul class="plain">
              {entry.actions.map((action) => (
                <li key={action.id}>{book.text(action.textKey)}</li>
              ))}
            </ul>
          </details>
        ))}
      </section>
      <section id="not-advised">
        <h2>{t('playbook.not-advised')}</h2>
        <ul class="cards">
          {book.advice.notAdvised.map((entry) => (
            <li key={entry.id} data-not-advised={entry.id}>
              <p>{book.text(entry.textKey)}</p>
              <p class="quiet">{t('playbook.clause', { clause: entry.clause })}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
