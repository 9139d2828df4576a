/** The sections there are, in the order of the navigation, and where their code is. */
import { SECTIONS, type SectionId } from '../routes';
import type { SectionEntry } from './section-types';

type Known = Omit<SectionEntry, 'id'>;

const KNOWN: Partial<Record<SectionId, Known>> = {
  overview: { needsReport: false, load: () => import('./overview/overview-section') },
  orders: { needsReport: true, load: () => import('./orders/orders-section') },
  compare: { needsReport: true, load: () => import('./compare/compare-section') },
  settings: { needsReport: false, load: () => import('./settings/settings-section') },
  data: { needsReport: false, keep: true, load: () => import('./data/data-page') },
};

export const sectionEntries: SectionEntry[] = SECTIONS.flatMap((id) => {
  const known = KNOWN[id];
  return known ? [{ id, ...known }] : [];
});
