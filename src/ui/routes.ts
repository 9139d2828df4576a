/**
 * Places in the dashboard: `#/<platform>/<shop>/<section>/<indicator>`; what is missing is chosen by the
 * page, and `-` stands for "no shop". Pure.
 */
import type { ShopId } from './ports';

/** In the order of the navigation. */
export const SECTIONS = [
  'overview',
  'indicator',
  'orders',
  'calendar',
  'what-if',
  'losses',
  'lines',
  'playbook',
  'compare',
  'data',
  'shops',
  'rules',
  'settings',
  'about',
] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface Place {
  shop?: ShopId;
  /** Absent: the orders of `indicator`, else the overview. */
  section?: SectionId;
  indicator?: string;
}

const NONE = '-';

export function dashboardPath({ shop, section, indicator }: Place): string {
  const target = section ?? (indicator === undefined ? undefined : 'orders');
  if (!shop && !target) return '#/';
  const { platform, shopId } = shop ?? { platform: NONE, shopId: NONE };
  const parts = [platform, shopId, ...(target ? [target] : []), ...(indicator ? [indicator] : [])];
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Reads what `dashboardPath` wrote, also before there were sections; a broken address is the start. */
export function readPlace(hash: string): Place {
  const [platform, shopId, third, fourth] = hash.replace(/^#\/?/, '').split('/').map(decode);
  if (!platform || !shopId) return {};
  const shop = platform === NONE && shopId === NONE ? {} : { shop: { platform, shopId } };
  if (!third) return shop;
  const section = SECTIONS.find((each) => each === third);
  if (!section) return { ...shop, section: 'orders', indicator: third };
  return { ...shop, section, ...(fourth ? { indicator: fourth } : {}) };
}

/** The section that a place leads to. */
export const sectionOf = ({ section, indicator }: Place): SectionId =>
  section ?? (indicator === undefined ? 'overview' : 'orders');

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
