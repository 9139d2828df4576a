/**
 * The one glance: which shop, its score, what drags it. Painted first, alone; the rest of the view is built
 * upon it (popup-model.ts), so that the second painting says the same.
 */
import type { Translator } from '../i18n';
import { dragView } from '../shared/drag-model';
import { brokenPages } from '../shared/health-model';
import { scoreView } from '../shared/score-model';
import { type GlanceInput, shownPlatform, shownPlatformId } from './popup-input';
import type { PopupState, PopupView } from './popup-view';

/** Worth a painting of its own: nothing that must be said before the score, and a score there is. */
export const isGlance = ({ seat, hasSiteAccess, report }: GlanceInput): boolean =>
  seat === 'owner' && hasSiteAccess && report?.state === 'scored';

export function glanceView(input: GlanceInput, tr: Translator): PopupView {
  const { mirror, report, seat, nowMs } = input;
  const isScored = report && mirror && shownPlatform(input) && seat === 'owner';
  return {
    state: findState(input),
    seat,
    shops: shopChoices(input, tr),
    selected: input.selected,
    shopName: mirror?.shop.name,
    platformName: shownPlatform(input)?.name[tr.locale],
    ...(isScored ? { score: scoreView(report, nowMs, tr), drag: dragView(report, tr) } : {}),
    notices: [],
    steps: [],
    dimensions: [],
    indicators: [],
    coverage: [],
    legend: [],
  };
}

function findState(input: GlanceInput): PopupState {
  const { index, mirror, report, hasSiteAccess } = input;
  if (!hasSiteAccess) return 'no-access';
  const isBroken = brokenPages(mirror, index, shownPlatformId(input)).length > 0;
  if (!mirror || !report) return isBroken ? 'broken-page' : 'first-minute';
  if (report.state !== 'scored') return report.state;
  if (isBroken) return 'broken-page';
  if (report.notes.includes('snapshot-stale')) return 'stale';
  return report.notes.some((note) => note.startsWith('partial-')) ? 'partial' : 'ready';
}

function shopChoices({ index, selected, platforms }: GlanceInput, tr: Translator) {
  return index.shops.map((shop) => {
    const platform = platforms.find((each) => each.id === shop.platform);
    return {
      id: { platform: shop.platform, shopId: shop.shopId },
      name: shop.name,
      label: tr.t('shop.choice', {
        shop: shop.name,
        platform: platform?.name[tr.locale] ?? shop.platform,
      }),
      isSelected: shop.platform === selected?.platform && shop.shopId === selected.shopId,
    };
  });
}
