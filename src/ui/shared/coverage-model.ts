/** How much of the lists was read, and what to open next. */
import type { Coverage, Report } from '../../core/report-types';
import type { ShopMirror } from '../../store/mirror-types';
import type { Translator } from '../i18n';
import type { PopupView, Step } from '../popup/popup-view';
import type { PlatformInfo } from '../ports';
import { numberText } from './format';
import { pageLink, pageName } from './health-model';

/** The engine's own line: from here on the orders read give rates (DESIGN §5). */
export const WHOLE = 0.98;

export function coverageViews(report: Report, tr: Translator): PopupView['coverage'] {
  return report.coverage.map((each) => ({
    text: coverageText(each, tr),
    isWhole: (each.ratio ?? 0) >= WHOLE,
  }));
}

export function coverageText(each: Coverage, { t }: Translator): string {
  const { side, seen, expected, ratio } = each;
  const list = t(`side.${side}`);
  const count = numberText(seen, 0);
  if ((ratio ?? 0) >= WHOLE) return t('coverage.whole', { list, count });
  if (seen === 0) return t('coverage.none', { list });
  if (expected !== undefined && expected > seen) {
    const percent = `${numberText(Math.min(99, Math.floor((seen / expected) * 100)), 0)}%`;
    return t('coverage.part', { list, count, expected: numberText(expected, 0), percent });
  }
  return t('coverage.some', { list, count });
}

/** The pages to open once; the order is that of their worth. */
export function stepViews(
  mirror: ShopMirror | undefined,
  report: Report | undefined,
  platform: PlatformInfo,
  tr: Translator,
): Step[] {
  const readBefore = (kind: string): boolean => {
    const health = mirror?.health[kind];
    return health !== undefined && (health.verdict !== 'broken' || health.lastGoodMs !== undefined);
  };
  const chat = platform.sources?.find(({ page }) => page === 'chat-stats');
  const done: Record<string, boolean> = {
    score: (mirror?.snapshots.length ?? 0) > 0,
    'order-list': readBefore('order-list') || hasSeen(report, 'orders'),
    'aftersale-list': readBefore('aftersale-list') || hasSeen(report, 'aftersales'),
    ...(chat ? { 'chat-stats': readBefore('chat-stats') } : {}),
  };
  return Object.entries(done).flatMap(([kind, isDone]): Step[] => {
    const link =
      kind === 'chat-stats' && chat?.url !== undefined
        ? { label: tr.t('action.open', { page: pageName(kind, tr) }), url: chat.url }
        : pageLink(kind, platform, tr, 'action.open');
    if (!link) return [];
    const why = tr.code('step', kind, 'step.score');
    return [{ label: pageName(kind, tr), why, done: isDone, link }];
  });
}

const hasSeen = (report: Report | undefined, side: Coverage['side']): boolean =>
  report?.coverage.some((each) => each.side === side && each.seen > 0) ?? false;
