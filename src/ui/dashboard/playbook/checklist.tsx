import type { ChecklistItem } from '../../../core/advice-types';
import type { ShopChoices } from '../../../core/shop-choices';
import { beijingDay, formatDay } from '../../../core/time';
import type { Translate } from '../../i18n';
import { type CheckRow, checklistView } from './checklist-model';

interface Props {
  items: ChecklistItem[];
  choices: ShopChoices;
  save(choices: ShopChoices): Promise<void>;
  nowMs: number;
  text(key: string): string;
  t: Translate;
}

/** Good practice that no score counts: what is due in sight, the rest folded by topic, then what is done. */
export function Checklist({ items, choices, save, nowMs, text, t }: Props) {
  const today = formatDay(beijingDay(nowMs));
  const set = (id: string, isDone: boolean): void => {
    const { [id]: _before, ...others } = choices.done;
    void save({ ...choices, done: isDone ? { ...others, [id]: today } : others });
  };
  const { now, topics, done } = checklistView(items, choices.done, nowMs);
  const list = (rows: CheckRow[]) => <CheckRows rows={rows} set={set} text={text} t={t} />;
  return (
    <section id="checklist">
      <h2>{t('checklist.title')}</h2>
      <p class="quiet">{t('checklist.help')}</p>
      <p class="progress">
        <progress max={items.length} value={done.length} aria-labelledby="checklist-progress" />{' '}
        <span id="checklist-progress">
          {t('checklist.progress', { done: done.length, all: items.length })}
        </span>
      </p>
      <h3>{t('checklist.now')}</h3>
      {now.length === 0 ? <p class="quiet">{t('checklist.now.none')}</p> : list(now)}
      {topics.map(({ topic, rows }) => (
        <details key={topic} data-topic={topic}>
          <summary>
            {t('checklist.group', { topic: t(`checklist.topic.${topic}`), count: rows.length })}
          </summary>
          {list(rows)}
        </details>
      ))}
      {done.length > 0 && (
        <details data-topic="done">
          <summary>
            {t('checklist.group.finished', {
              topic: t('checklist.finished'),
              count: done.length,
            })}
          </summary>
          {list(done)}
        </details>
      )}
    </section>
  );
}

interface RowsProps extends Pick<Props, 'text' | 't'> {
  rows: CheckRow[];
  set(id: string, isDone: boolean): void;
}

function CheckRows({ rows, set, text, t }: RowsProps) {
  return (
    <ul class="checklist">
      {rows.map((row) => (
        <li key={row.item.id} data-check={row.item.id} data-state={row.state}>
          <label>
            <input
              type="checkbox"
              checked={row.state === 'done'}
              onChange={({ currentTarget }) => set(row.item.id, currentTarget.checked)}
            />
            <span>{text(row.item.textKey)}</span>
          </label>
          <span class="quiet">{timesText(row, t)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How often, when last, when next: as far as there is anything to say. */
function timesText({ item, state, doneOn, dueOn }: CheckRow, t: Translate): string {
  return [
    item.every && t(`checklist.every.${item.every}`),
    doneOn && t('checklist.done-on', { day: doneOn }),
    dueOn && t(state === 'due' ? 'checklist.due' : 'checklist.next', { day: dueOn }),
  ]
    .filter(Boolean)
    .join(' · ');
}
