import type { DragView, ScoreView } from '../popup/popup-view';
import { Chip } from './chip';
import { dataNumber } from './format';

/** The score, its change, then the one sentence that matters. */
export function ScoreCard({ score, drag }: { score: ScoreView; drag: DragView }) {
  return (
    <section class="hero">
      <Score score={score} />
      <Drag drag={drag} />
    </section>
  );
}

function Score({ score }: { score: ScoreView }) {
  const { change } = score;
  return (
    <div
      class="score"
      data-scorelens="total"
      data-value={dataNumber(score.value)}
      data-provenance={score.provenance}
    >
      <h2>{score.title}</h2>
      <p class={score.value === undefined ? 'score-none' : 'score-line'}>
        <strong>{score.headline}</strong>
        {score.unit && <span class="unit">{score.unit}</span>}
        {change && (
          <span class="change" data-direction={change.direction}>
            <span aria-hidden="true">{change.arrow}</span> {change.text}
          </span>
        )}
      </p>
      <p class="quiet">{[score.caption, ...score.lines].join(' · ')}</p>
    </div>
  );
}

function Drag({ drag }: { drag: DragView }) {
  return (
    <div
      class="drag"
      data-scorelens="drag"
      data-tone={drag.tone}
      data-drag-indicator={drag.indicator}
      data-points-lost={dataNumber(drag.pointsLost)}
      data-provenance={drag.provenance}
    >
      {drag.title && (
        <p class="drag-title">
          {drag.title}
          {drag.chip && <Chip chip={drag.chip} />}
        </p>
      )}
      <p class="drag-line">
        <strong>{drag.subject}</strong>
        {drag.loss && <strong class="loss">{drag.loss}</strong>}
      </p>
      {drag.lines.map((line) => (
        <p class="drag-more" key={line}>
          {line}
        </p>
      ))}
    </div>
  );
}
