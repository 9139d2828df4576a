/** The sections there are, in the order of the navigation, and where their code is. */
import { SECTIONS, type SectionId } from '../routes';
import type { SectionEntry } from './section-types';

type Known = Omit<SectionEntry, 'id'>;

const KNOWN: Partial<Record<SectionId, Known>> = {
  overview: {
    needsReport: false,
    forDesk: true,
    load: () => import('./overview/overview-section'),
  },
  indicator: { needsReport: true, load: () => import('./indicator/indicator-section') },
  orders: { needsReport: true, load: () => import('./orders/orders-section') },
  calendar: { needsReport: true, load: () => import('./calendar/calendar-section') },
  'what-if': { needsReport: true, load: () => import('./what-if/what-if-section') },
  losses: { needsReport: true, load: () => import('./losses/losses-section') },
  lines: { needsReport: true, load: () => import('./lines/lines-section') },
  playbook: { needsReport: true, load: () => import('./playbook/playbook-section') },
  rules: { needsReport: true, load: () => import('./rules/rules-section') },
  shops: { needsReport: false, load: () => import('./shops/shops-section') },
  about: { needsReport: false, forDesk: true, load: () => import('./about/about-section') },
  compare: { needsReport: true, load: () => import('./compare/compare-section') },
  settings: {
    needsReport: false,
    forDesk: true,
    load: () => import('./settings/settings-section'),
  },
  data: { needsReport: false, keep: true, load: () => import('./data/data-page') },
};

export const sectionEntries: SectionEntry[] = SECTIONS.flatMap((id) => {
  const known = KNOWN[id];
  return known ? [{ id, ...known }] : [];
});
