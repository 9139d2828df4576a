/** Pages that could not be read, in plain words: what happened, that nothing was stored, what to try. */
import type { PageHealth } from '../../core/entities';
import type { MirrorIndex, ShopMirror } from '../../store/mirror-types';
import type { MessageKey, Translator } from '../i18n';
import type { Link, Notice } from '../popup/popup-view';
import type { PlatformInfo } from '../ports';
import { agoText } from './format';

type SeenHealth = PageHealth & { seenMs: number; lastGoodMs?: number };

/** Broken pages of the shop, and of no shop, latest first. Waiting pages are no problem. */
export function healthNotices(
  mirror: ShopMirror | undefined,
  index: MirrorIndex | undefined,
  platform: PlatformInfo | undefined,
  nowMs: number,
  tr: Translator,
): Notice[] {
  return brokenPages(mirror, index, platform?.id).map((health) =>
    brokenNotice(health, platform, nowMs, tr),
  );
}

export function brokenPages<H extends Pick<SeenHealth, 'kind' | 'verdict' | 'seenMs'>>(
  mirror: { health: Record<string, H> } | undefined,
  index: MirrorIndex | undefined,
  /** Whose pages are asked for. */
  platform: string | undefined,
): (H | SeenHealth)[] {
  const own: (H | SeenHealth)[] = Object.values(mirror?.health ?? {});
  // A page of an unknown shop says nothing new once the same kind was read later.
  const orphans = Object.values(index?.orphanHealth?.[platform ?? ''] ?? {}).filter(
    (orphan) => !own.some((each) => each.kind === orphan.kind && each.seenMs >= orphan.seenMs),
  );
  const kinds = new Set(orphans.map((each) => each.kind));
  return [...orphans, ...own.filter((each) => !kinds.has(each.kind))]
    .filter((each) => each.verdict === 'broken')
    .sort((a, b) => b.seenMs - a.seenMs);
}

export function pageName(kind: string, tr: Translator): string {
  return tr.code('page', kind, 'page.other');
}

/** The first reason given; the others follow from it. */
export function problemText(health: PageHealth, tr: Translator): string {
  return tr.code('problem', health.problems[0] ?? 'other', 'problem.other');
}

function brokenNotice(
  health: SeenHealth,
  platform: PlatformInfo | undefined,
  nowMs: number,
  tr: Translator,
): Notice {
  const { t } = tr;
  const ago = agoText(health.seenMs, nowMs, tr);
  const good =
    health.lastGoodMs === undefined
      ? ''
      : t('health.last-good', { ago: agoText(health.lastGoodMs, nowMs, tr) });
  return {
    tone: 'problem',
    text: t('health.broken', { page: pageName(health.kind, tr), ago }),
    detail: `${problemText(health, tr)}${good}`,
    link: platform && pageLink(health.kind, platform, tr),
  };
}

/** The link to a kind of page, for the kinds that have an address of their own. */
export function pageLink(
  kind: string,
  { links }: PlatformInfo,
  tr: Translator,
  key: MessageKey = 'action.open-page',
): Link | undefined {
  const urls: Record<string, string> = {
    score: links.score,
    'order-list': links.orderList,
    'aftersale-list': links.aftersaleList,
  };
  const url = urls[kind];
  return url === undefined ? undefined : { label: tr.t(key, { page: pageName(kind, tr) }), url };
}
