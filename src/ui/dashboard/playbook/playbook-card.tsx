import type { Translate } from '../../i18n';
import type { PlaybookView } from './playbook-model';

interface Props {
  card: PlaybookView;
  text(key: string): string;
  t: Translate;
  isLogged(textKey: string): boolean;
  log(textKey: string): void;
}

/** Open when the shop's own losses call for it. One cause: what it does, what to do, what to say to a buyer, how to see that it helped. */
export function PlaybookCard({
  card: { entry, actions, isCalledFor },
  text,
  t,
  isLogged,
  log,
}: Props) {
  return (
    <details class="card" open={isCalledFor} data-playbook={entry.id} data-called={isCalledFor}>
      <summary>
        <h3>{text(entry.titleKey)}</h3>
        {isCalledFor && <span class="chip warn">{t('playbook.called')}</span>}
      </summary>
      <p class="quiet">{text(entry.impactKey)}</p>
      <ul class="todo">
        {actions.map((action) => (
          <li key={action.id} data-action-id={action.id}>
            <div>
              <p>{text(action.textKey)}</p>
              {action.because && <p class="because">{action.because}</p>}
              <p class="quiet">{text(action.effectKey)}</p>
            </div>
            <button
              type="button"
              disabled={isLogged(action.textKey)}
              onClick={() => log(action.textKey)}
            >
              {t(isLogged(action.textKey) ? 'playbook.logged' : 'playbook.log')}
            </button>
          </li>
        ))}
      </ul>
      {entry.replySteps && (
        <details>
          <summary>{t('playbook.reply')}</summary>
          <ol class="numbered">
            {entry.replySteps.map((key) => (
              <li key={key}>{text(key)}</li>
            ))}
          </ol>
        </details>
      )}
      <p class="quiet">{t('playbook.review', { question: text(entry.reviewQuestionKey) })}</p>
    </details>
  );
}
