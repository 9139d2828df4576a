import type { Translate } from '../../i18n';
import type { ChoicesHandle } from '../use-choices';

interface Props {
  /** Categories that some line speaks of, in the platform's words. */
  all: string[];
  handle: ChoicesHandle;
  t: Translate;
}

/** Some lines hold for some categories only, and no page says which are the shop's. */
export function CategoryChoice({ all, handle: { choices, save, failed }, t }: Props) {
  if (all.length === 0 || !choices) return null;
  const chosen = choices.settings.categories ?? [];
  const toggle = (category: string): void => {
    const next = chosen.includes(category)
      ? chosen.filter((each) => each !== category)
      : [...chosen, category];
    void save({ ...choices, settings: { ...choices.settings, categories: next } });
  };
  return (
    <details>
      <summary>{t('lines.categories', { count: chosen.length })}</summary>
      <fieldset class="checks">
        <legend class="unseen">{t('lines.categories.legend')}</legend>
        {all.map((category) => (
          <label key={category}>
            <input
              type="checkbox"
              checked={chosen.includes(category)}
              onChange={() => toggle(category)}
            />{' '}
            {category}
          </label>
        ))}
      </fieldset>
      {failed && <p role="alert">{t('choices.failed')}</p>}
    </details>
  );
}
