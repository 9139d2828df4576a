/** Our own time on a merchant's page, as measures anyone can read in its performance timeline. */

/** What it needs of a window's `performance`; absent in some test environments. */
export type Timeline = Pick<Performance, 'now' | 'measure' | 'clearMeasures'>;
export type SelfTime = <T>(name: string, work: () => T) => T;

/** The performance buffer belongs to the page: ours must not grow in it for ever. */
const MAX_MEASURES = 1_000;

/** Runs synchronous work and leaves a measure `scorelens:<name>` of it. */
export function createSelfTime(timeline: Timeline | undefined): SelfTime {
  const labels = new Set<string>();
  let measures = 0;
  return (name, work) => {
    if (!timeline) return work();
    const start = timeline.now();
    const result = work();
    const label = `scorelens:${name}`;
    timeline.measure(label, { start, end: timeline.now() });
    measures += 1;
    labels.add(label);
    if (measures % MAX_MEASURES === 0) for (const each of labels) timeline.clearMeasures(each);
    return result;
  };
}
