/** The gap card: folded, for it is for those who want to know how to get more. */

import type { GapStep, GapView } from './gap-model';
import { TabLink } from './link';

interface Props {
  gaps: GapView;
  open(url: string): void;
}

export function GapCard({ gaps, open }: Props) {
  return (
    <section class="gaps" data-scorelens="gaps">
      <details>
        <summary>
          <h2>{gaps.title}</h2>
          <span class="quiet">{gaps.summary}</span>
        </summary>
        <ul>
          {gaps.rows.map((row) => (
            <li key={row.id} data-gap={row.id} data-state={row.state}>
              <p>
                <b>{row.label}</b> <span class="quiet">{row.stateText}</span>
              </p>
              {row.have.map((text) => (
                <p class="quiet" key={text}>
                  {text}
                </p>
              ))}
              <GapSteps steps={row.steps} open={open} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Which page or file would give what is missing. */
export function GapSteps({ steps, open }: { steps: GapStep[]; open(url: string): void }) {
  if (steps.length === 0) return null;
  return (
    <ol class="gap-steps">
      {steps.map(({ text, link }) => (
        <li key={text}>
          {text}{' '}
          {link && (
            <TabLink url={link.url} open={open}>
              {link.label}
            </TabLink>
          )}
        </li>
      ))}
    </ol>
  );
}
