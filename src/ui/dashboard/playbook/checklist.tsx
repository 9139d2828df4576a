import type { ChecklistItem } from '../../../core/advice-types';
import type { ShopChoices } from '../../../core/shop-choices';
import { beijingDay, formatDay } from '../../../core/time';
import type { Translate } from '../../i18n';
import { checkState } from './playbook-model';

interface Props {
  items: ChecklistItem[];
  choices: ShopChoices;
  save(choices: ShopChoices): Promise<void>;
  nowMs: number;
  text(key: string): string;
  t: Translate;
}

/** Good practice that no score counts: when it was last done, and when it is due again. */
export function Checklist({ items, choices, save, nowMs, text, t }: Props) {
  const today = formatDay(beijingDay(nowMs));
  const set = (id: string, day: string | undefined): void => {
    const { [id]: _before, ...others } = choices.done;
    void save({ ...choices, done: day ? { ...others, [id]: day } : others });
  };
  const done = items.filter(
    (item) => checkState(item, choices.done[item.id], nowMs).state === 'done',
  );
  return (
    <section id="checklist">
      <h2>{t('checklist.title', { done: done.length, all: items.length })}</h2>
      <p class="quiet">{t('checklist.help')}</p>
      <ul class="checklist">
        {items.map((item) => {
          const { state, dueOn } = checkState(item, choices.done[item.id], nowMs);
          return (
            <li key={item.id} data-check={item.id} data-state={state}>
              <label>
                <input
                  type="checkbox"
                  checked={state === 'done'}
                  onChange={({ currentTarget }) =>
                    set(item.id, currentTarget.checked ? today : undefined)
                  }
                />
                <span>{text(item.textKey)}</span>
              </label>
              <span class="quiet">
                {item.every && t(`checklist.every.${item.every}`)}
                {choices.done[item.id] &&
                  ` · ${t('checklist.done-on', { day: choices.done[item.id] ?? '' })}`}
                {dueOn &&
                  ` · ${t(state === 'due' ? 'checklist.due' : 'checklist.next', { day: dueOn })}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
