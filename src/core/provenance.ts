import type { Provenance } from './entities';

const SUREST_FIRST: Provenance[] = ['exact', 'page', 'proxy', 'estimate', 'missing'];

/** A number made from several is as sure as the least sure of them. */
export function worstProvenance(from: Provenance[]): Provenance {
  return SUREST_FIRST[Math.max(0, ...from.map((each) => SUREST_FIRST.indexOf(each)))] ?? 'missing';
}
