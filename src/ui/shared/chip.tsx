import type { ChipView } from '../popup/popup-view';

/** How sure a number is. The legend below the table says the same without a mouse. */
export function Chip({ chip }: { chip: ChipView }) {
  return (
    <span class="chip" data-kind={chip.provenance} title={chip.help}>
      {chip.label}
    </span>
  );
}

export function Legend({ title, chips }: { title: string; chips: ChipView[] }) {
  return (
    <details class="legend">
      <summary>{title}</summary>
      <dl>
        {chips.map((chip) => (
          <div key={chip.provenance}>
            <dt>
              <Chip chip={chip} />
            </dt>
            <dd>{chip.help}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
