/**
 * Reviews (评价管理, 2026): one `tbody` per review with 订单编号 in it. A review has no number of its own on
 * the page: an order has one, so its order's number names it. The buyer's words are never read.
 */
import { parseDateTimeMs } from '../../../capture/dates';
import { countMissing } from '../../../capture/health';
import { cellText } from '../../../capture/leaves';
import { saysEmpty } from '../../../capture/page-state';
import { compact } from '../../../capture/record';
import type { ReviewRecord } from '../../../core/entities';
import { oneIdAfter } from '../../shared-pages/id-after';
import { plainReader } from '../../shared-pages/plain-page';
import { PATHS } from './addresses';
import { isOrderId } from './ids';
import { pinduoduoSite } from './shop';
import { ORDER_LABELS, readReviewLabels } from './words';

const BODY = 'tbody[data-testid="beast-core-table-middle-tbody"]';
const STARS = /^([1-5])(?:\.0)? ?[分星]$|^([1-5])$/;

export const reviewPageReader = plainReader(pinduoduoSite, {
  kind: 'review-list',
  path: PATHS['review-list'],
  marker: /评价时间|评价列表/,
  read: ({ nowMs }, root) => {
    const bodies = [...root.querySelectorAll(BODY)];
    const marked = bodies.length > 0 ? bodies : [...root.querySelectorAll('tbody, tr')];
    const blocks = marked.filter((body) => /订单编号/.test(body.textContent ?? ''));
    const records = new Map<string, ReviewRecord>();
    for (const block of blocks) {
      const { leaves } = cellText(block);
      const { id: orderId } = oneIdAfter(ORDER_LABELS, leaves, isOrderId);
      const labels = readReviewLabels(leaves);
      const stars = starsOf(labels.stars);
      if (!orderId || stars === undefined) continue;
      const record: ReviewRecord = {
        kind: 'review',
        reviewId: orderId,
        orderId,
        stars,
        serviceStars: starsOf(labels.service),
        logisticsStars: starsOf(labels.logistics),
        createdMs: parseDateTimeMs(labels.created ?? '', nowMs),
      };
      records.set(orderId, compact(record));
    }
    const all = [...records.values()];
    const isEmpty = blocks.length === 0 && saysEmpty(root);
    return {
      records: all,
      seen: blocks.length,
      parsed: all.length,
      missing: countMissing(all, ['createdMs', 'serviceStars', 'logisticsStars']),
      fatal: all.length === 0 && !isEmpty ? ['no-groups'] : [],
    };
  },
});

function starsOf(text = ''): number | undefined {
  const [, unit, bare] = STARS.exec(text) ?? [];
  const digit = unit ?? bare;
  return digit === undefined ? undefined : Number(digit);
}
