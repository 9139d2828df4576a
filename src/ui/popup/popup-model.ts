/** The popup's view-model: what was stored → what is shown. Pure. */
import { DEMO_SHOP_ID } from '../../core/demo';
import type { Report } from '../../core/report-types';
import type { ShopMirror } from '../../store/mirror-types';
import type { Translator } from '../i18n';
import type { PlatformInfo } from '../ports';
import { legendView } from '../shared/chip-model';
import { coverageViews, stepViews } from '../shared/coverage-model';
import { momentText, shortDay } from '../shared/format';
import { gapView } from '../shared/gap-model';
import { healthNotices } from '../shared/health-model';
import { dimensionViews, indicatorViews } from '../shared/indicator-model';
import { isRecounted, rebuildView, troubleNotices } from '../shared/store-model';
import { dutySection, offenderSection } from './lists-model';
import { glanceView } from './popup-glance';
import { type PopupInput, shownPlatform } from './popup-input';
import type { Notice, PopupView } from './popup-view';
import { summaryText } from './summary';

export function popupView(input: PopupInput, tr: Translator): PopupView {
  const whole = wholeView(input, tr);
  const view = input.seat === 'desk' ? deskView(whole) : whole;
  const today = momentText(input.nowMs, input.nowMs).slice(0, 5);
  const summary = input.report && summaryText(view, today, tr);
  return summary === undefined ? view : { ...view, summary };
}

/** What is to be done; nothing of scores and points. */
function deskView(view: PopupView): PopupView {
  const { offenders: _o, gaps: _g, ...rest } = view;
  return {
    ...rest,
    notices: view.notices.filter((each) => each.tone === 'problem'),
    steps: [],
    stepsTitle: undefined,
    dimensions: [],
    indicators: [],
  };
}

function wholeView(input: PopupInput, tr: Translator): PopupView {
  const { index, mirror, report, nowMs } = input;
  const platform = shownPlatform(input);
  const isOff = platform !== undefined && input.platformsOff?.includes(platform.id);
  // Pages that are not read are not to be opened.
  const steps = platform && !isOff ? stepViews(mirror, report, platform, tr) : [];
  const missing = steps.some((step) => !step.done);
  const progress = platform && input.store?.rebuilds?.[platform.id];
  const view: PopupView = {
    ...glanceView(input, tr),
    notices: [
      ...troubleNotices(input.store ?? {}, input.dataUrl, tr),
      ...healthNotices(mirror, index, platform, nowMs, tr),
      ...stateNotices(input, platform, tr),
      ...(isOff ? [offNotice(platform, input.welcomeUrl, tr)] : []),
      ...demoNotices(input, tr),
    ],
    stepsTitle: missing ? stepsTitle(mirror, platform, tr) : undefined,
    stepsNote: mirror ? undefined : tr.t('steps.first.why'),
    steps: missing ? steps : [],
    legend: legendView(tr),
    rebuild: progress && mirror && rebuildView(progress, indicatorsOf(platform, report), tr),
  };
  if (!report || !mirror || !platform) return view;
  const hasNumbers = report.indicators.some(
    (each) => each.value !== undefined || each.num !== undefined || each.offenders > 0,
  );
  return {
    ...view,
    dimensions: report.dimensions.some((each) => each.score !== undefined)
      ? dimensionViews(report, tr)
      : [],
    indicators: hasNumbers
      ? indicatorViews(report, tr).map((each) => ({
          ...each,
          recounting: isRecounted(progress, each.id, platform) ? tr.t('rebuild.old') : undefined,
        }))
      : [],
    offenders: offenderSection(report, platform, tr),
    duties: dutySection(mirror, platform, nowMs, tr),
    coverage: coverageViews(report, tr),
    gaps: platform && gapView(report, platform, tr),
    asOf: tr.t('as-of', {
      day: shortDay(report.asOf),
      updated: momentText(mirror.updatedMs, nowMs),
    }),
  };
}

/** Those of the rule in force, else of any. */
function indicatorsOf({ packs = [] }: PlatformInfo, report: Report | undefined) {
  const own = packs.filter((pack) => pack.id === report?.packId);
  return (own.length > 0 ? own : packs).flatMap((pack) => pack.indicators);
}

function offNotice(platform: PlatformInfo, welcomeUrl: string, { t, locale }: Translator): Notice {
  const link = { label: t('platform.choose'), url: welcomeUrl };
  return { tone: 'info', text: t('platform.off', { platform: platform.name[locale] }), link };
}

/** Made-up numbers are called so wherever they stand; an empty profile is offered some. */
function demoNotices({ index, selected, welcomeUrl }: PopupInput, { t }: Translator): Notice[] {
  if (selected?.shopId === DEMO_SHOP_ID) {
    const link = { label: t('demo.remove'), url: welcomeUrl };
    return [{ tone: 'info', text: t('demo.notice'), link }];
  }
  if (index.shops.length > 0) return [];
  return [{ tone: 'info', text: t('demo.offer'), link: { label: t('demo.see'), url: welcomeUrl } }];
}

function stepsTitle(
  mirror: ShopMirror | undefined,
  platform: PlatformInfo | undefined,
  { t, locale }: Translator,
): string {
  return mirror ? t('steps.next') : t('steps.first', { platform: platform?.name[locale] ?? '' });
}

/** Notes of the engine that a merchant can act on or must know. */
function stateNotices(
  { report, mirror, nowMs }: PopupInput,
  platform: PlatformInfo | undefined,
  tr: Translator,
): Notice[] {
  const { t } = tr;
  const notices: Notice[] = [];
  if (!report || !platform) return notices;
  const scoreLink = { label: t('action.open-score'), url: platform.links.score };
  const has = (note: string): boolean => report.notes.includes(note);
  if (has('snapshot-stale') && report.state === 'scored') {
    const at = momentText(report.official?.updatedMs ?? mirror?.updatedMs ?? nowMs, nowMs);
    notices.push({ tone: 'info', text: t('note.snapshot-stale', { at }), link: scoreLink });
  }
  if (has('no-permission') && report.state !== 'no-permission') {
    notices.push({ tone: 'info', text: t('note.no-permission') });
  }
  for (const note of ['pack-mismatch', 'pack-unrecognised', 'total-unexplained'] as const) {
    if (has(note)) notices.push({ tone: 'info', text: t(`note.${note}`) });
  }
  return notices;
}
