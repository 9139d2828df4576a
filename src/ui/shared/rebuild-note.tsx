import type { RebuildView } from './store-model';

/** The bar moves by itself; what is read aloud changes in coarse steps only. */
export function RebuildNote({ rebuild }: { rebuild: RebuildView }) {
  const { text, percent, percentText, note, spoken } = rebuild;
  return (
    <section class="notice rebuild" data-tone="info" data-scorelens="rebuild">
      <p>
        <span id="rebuild-what">{text}</span> <span aria-hidden="true">{percentText}</span>
      </p>
      <progress max={100} value={percent} aria-labelledby="rebuild-what" />
      <p class="quiet">{note}</p>
      <p class="unseen" role="status">
        {spoken}
      </p>
    </section>
  );
}
