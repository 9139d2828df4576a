/** 今日小结: a few plain lines for the team's chat. No order number, nothing of a buyer. */
import type { Translator } from '../i18n';
import type { PopupView } from './popup-view';

type Known = Pick<PopupView, 'shopName' | 'seat' | 'score' | 'drag' | 'duties' | 'asOf'>;

/**
 * @param today the day as the merchant writes it, e.g. `11-23`
 * @returns undefined while nothing was read that is worth telling
 */
export function summaryText(view: Known, today: string, { t }: Translator): string | undefined {
  const { shopName, seat, score, drag, duties } = view;
  if (shopName === undefined) return undefined;
  const lines: string[] = [];
  if (seat === 'owner' && score?.value !== undefined) {
    const change = score.change ? ` ${score.change.arrow} ${score.change.text}` : '';
    lines.push(`${score.title} ${score.headline}${score.unit ?? ''}${change}`);
    if (drag) {
      const subject = [drag.title, drag.subject, drag.loss].filter(Boolean).join(' ');
      lines.push(drag.tone === 'drag' ? `${subject}（${drag.lines[0] ?? ''}）` : subject);
    }
  }
  lines.push(duties ? duties.glance : t('summary.no-duties'));
  if (view.asOf) lines.push(view.asOf);
  return [t('summary.title', { shop: shopName, day: today }), ...lines].join('\n');
}
