/** What is wrong or under way in the store, in plain words: what happened, that nothing is lost, what to do. */
import type { Indicator } from '../../core/pack';
import type { RebuildProgress, StoreState } from '../../store/mirror-types';
import type { Translator } from '../i18n';
import type { Notice } from '../popup/popup-view';
import type { PlatformInfo } from '../ports';

/** The old data can be taken out where an upgrade failed: there is a link to where. */
export function troubleNotices(
  { trouble }: StoreState,
  dataUrl: string,
  { t, code }: Translator,
): Notice[] {
  if (!trouble) return [];
  const canBackUp = trouble.code === 'upgrade-failed' || trouble.code === 'full';
  return [
    {
      tone: 'problem',
      text: code('trouble', trouble.code, 'trouble.unreadable'),
      detail: code('trouble.next', trouble.code, 'trouble.next.unreadable'),
      ...(canBackUp ? { link: { label: t('trouble.backup'), url: dataUrl } } : {}),
    },
  ];
}

export interface RebuildView {
  /** What is computed anew. */
  text: string;
  percent: number;
  percentText: string;
  /** That what is shown meanwhile are the numbers from before. */
  note: string;
  /** For those who listen: the same in few, coarse steps. */
  spoken: string;
}

/** Coarse enough not to interrupt, fine enough to tell that it goes on. */
const SPOKEN_STEP = 25;
const NAMED = 3;

export function rebuildView(
  progress: RebuildProgress,
  indicators: Pick<Indicator, 'id' | 'labels' | 'measureId'>[],
  { t }: Translator,
): RebuildView {
  const { percent, measures } = progress;
  const names = measures
    ? [
        ...new Set(
          indicators
            .filter(({ measureId }) => measureId !== undefined && measures.includes(measureId))
            .map(({ id, labels: [label] }) => label ?? id),
        ),
      ]
    : [];
  const some = names.slice(0, NAMED).join(t('list.comma'));
  const what = !measures
    ? t('rebuild.all')
    : names.length === 0
      ? t('rebuild.details')
      : names.length > NAMED
        ? t('rebuild.some', { names: some, count: names.length })
        : some;
  return {
    text: t('rebuild.title', { what }),
    percent,
    percentText: `${percent}%`,
    note: t('rebuild.note'),
    spoken: t('rebuild.spoken', { what, percent: percent - (percent % SPOKEN_STEP) }),
  };
}

/** Whether what an indicator counts is being computed anew. */
export function isRecounted(
  progress: RebuildProgress | undefined,
  indicatorId: string,
  platform: PlatformInfo | undefined,
): boolean {
  if (!progress) return false;
  const { measures } = progress;
  if (!measures) return true;
  return (platform?.packs ?? []).some(({ indicators }) =>
    indicators.some(
      ({ id, measureId }) =>
        id === indicatorId && measureId !== undefined && measures.includes(measureId),
    ),
  );
}
