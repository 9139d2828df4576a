import type { Translate } from '../i18n';
import type { Step } from '../popup/popup-view';
import { TabLink } from './link';

interface Props {
  title: string;
  /** A promise for those who see this for the first time. */
  note?: string;
  steps: Step[];
  t: Translate;
  open(url: string): void;
}

/** What to open, once each; what was read already is ticked. */
export function Steps({ title, note, steps, t, open }: Props) {
  return (
    <section class="steps">
      <h2>{title}</h2>
      {note && <p class="quiet">{note}</p>}
      <ol>
        {steps.map((step) => (
          <li key={step.label} data-done={step.done}>
            <span class="mark" role="img" aria-label={t(step.done ? 'step.done' : 'step.todo')} />
            <span class="step-text">
              <b>{step.label}</b>
              <span class="quiet">{step.why}</span>
            </span>
            <TabLink
              url={step.link.url}
              open={open}
              class="button"
              label={t('action.open-page', { page: step.label })}
            >
              {step.link.label}
            </TabLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
