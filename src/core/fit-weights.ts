/** Dimension weights fitted from snapshots, where they predict days they never saw better than the priors do. */
import { type Trial, tryHeldOut } from './held-out';
import { estimateWeights, type WeightObservation } from './weights';

/** Fewer, or more of the same scores over again, prove nothing of weights. */
export const VARIED_DAYS = 4;

export interface FittedWeights {
  weights: number[];
  /** Absent while there are too few varied snapshots to try. */
  trial?: Trial;
}

/**
 * @param observations of one rule, any order, without today's
 * @param today what the weights must agree with whatever else: the snapshot that is explained
 */
export function fitWeights(
  priors: number[],
  today: WeightObservation | undefined,
  observations: WeightObservation[],
): FittedWeights {
  const all = varied([...(today ? [today] : []), ...observations]);
  const plain = (): number[] => estimateWeights(priors, today ? [today] : []);
  if (all.length < VARIED_DAYS) return { weights: plain() };
  const fitted = estimateWeights(priors, all);
  const miss = (weights: number[], { scores, sum }: WeightObservation): number =>
    Math.abs(scores.reduce((total, score, i) => total + score * (weights[i] ?? 0), 0) - sum);
  const sumOfPriors = priors.reduce((total, each) => total + each, 0);
  const shares = priors.map((each) => each / sumOfPriors);
  const trial = tryHeldOut(
    all,
    (held, others) => miss(estimateWeights(priors, others, fitted), held),
    (held) => miss(shares, held),
  );
  return { weights: trial.beats ? fitted : plain(), trial };
}

/** One of each vector of scores: repeated days would count twice. The first (today's) is kept. */
function varied(observations: WeightObservation[]): WeightObservation[] {
  const seen = new Set<string>();
  return observations.filter(({ scores }) => {
    const key = scores.join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
