/** What the store needs to know of a platform: its measures compiled, its duties, its id shapes. */
import { canonicalJson, hashText } from '../core/canonical';
import { type CompiledMeasures, compileMeasures } from '../core/compile';
import type { OrderCase } from '../core/entities';
import type { Exclusion, Measure, OpeningHours } from '../core/measure';
import { measureVersions } from '../core/measure-versions';
import { compileTransitions, type NoteTransitions } from '../core/transitions';
import type { Duty } from '../core/verdict-types';
import type { Platform } from '../platforms/types';

export interface PlatformRules extends CompiledMeasures {
  platform: string;
  /** Measure id → hash of its meaning. */
  measureVersions(): Record<string, string>;
  isOrderId(orderId: string): boolean;
  /** Duties with a date that the case has open, as last seen; no clock. */
  openDuties(orderCase: OrderCase): Duty[];
  /** Days back from today, both included, in which some indicator looks at a measure. */
  windows: Record<string, { from: number; to: number; freshDays?: number }>;
  /** States with a list of their own (`Platform.openStates`). */
  openStates: NonNullable<Platform['openStates']>;
  /** A page's sighting with what its states say about instants (`Platform.transitions`). */
  noteTransitions: NoteTransitions;
}

/**
 * Measures of all packs of a platform together: facts do not depend on the day's pack.
 * @throws when two packs mean different things by one measure, clock or exclusion id.
 */
export function createPlatformRules(
  platform: Pick<
    Platform,
    'id' | 'orderIdPattern' | 'words' | 'packs' | 'duties' | 'openStates' | 'transitions'
  >,
  openDuties: (orderCase: OrderCase) => Duty[],
): PlatformRules {
  const measures = new Map<string, Measure>();
  const clocks = new Map<string, OpeningHours>();
  const exclusions = new Map<string, Exclusion>();
  const windows: PlatformRules['windows'] = {};
  for (const pack of platform.packs) {
    for (const measure of pack.measures) addOnce(measures, measure.id, measure);
    for (const [id, clock] of Object.entries(pack.clocks)) addOnce(clocks, id, clock);
    for (const exclusion of pack.exclusions) addOnce(exclusions, exclusion.id, exclusion);
    for (const { measureId, window } of [...pack.indicators, ...pack.evidence]) {
      if (measureId !== undefined) widen(windows, measureId, window);
    }
    for (const { measureId, freshDays } of pack.evidence) {
      const known = windows[measureId];
      if (known && freshDays !== undefined) known.freshDays = freshDays;
    }
  }
  const compiled = compileMeasures(
    [...measures.values()],
    platform.words,
    Object.fromEntries(clocks),
    [...exclusions.values()],
  );
  const openStates = platform.openStates ?? { orders: [], aftersales: [] };
  const duties = platform.duties.map(({ id, clause }) => [id, clause]);
  return {
    ...compiled,
    // Open states and duties decide the marks and the place of what is stored, as measures decide its facts.
    version: hashText(canonicalJson([compiled.version, openStates, duties])),
    platform: platform.id,
    measureVersions: () =>
      measureVersions([...measures.values()], platform.words, Object.fromEntries(clocks)),
    isOrderId: (orderId) => platform.orderIdPattern.test(orderId),
    openDuties,
    windows,
    openStates,
    noteTransitions: compileTransitions(
      platform.transitions ?? { orders: [], aftersales: [] },
      platform.words,
    ),
  };
}

function addOnce<T>(all: Map<string, T>, id: string, value: T): void {
  const known = all.get(id);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value)) {
    throw new Error(`two meanings of "${id}" in the packs of one platform`);
  }
  all.set(id, value);
}

function widen(windows: PlatformRules['windows'], id: string, [from, to]: [number, number]): void {
  const known = windows[id];
  windows[id] = known
    ? { ...known, from: Math.max(known.from, from), to: Math.min(known.to, to) }
    : { from, to };
}
