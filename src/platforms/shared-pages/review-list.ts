/**
 * Reviews (评价管理). Address public, markup not: columns and labels only, and never the buyer's words.
 * A review without an id of its own is not taken: the same one would count again under another id.
 */
import { parseDateTimeMs } from '../../capture/dates';
import type { ColumnRole } from '../../capture/grid';
import { countMissing } from '../../capture/health';
import { labelReader } from '../../capture/labels';
import type { CellText } from '../../capture/leaves';
import { compact } from '../../capture/record';
import type { ReviewRecord } from '../../core/entities';
import type { PageReader } from '../types';
import { type FlatRow, readFlatTable } from './flat-table';
import { oneIdAfter } from './id-after';
import { plainReader } from './plain-page';
import type { Site } from './site';

export type ReviewRole = 'order' | 'id' | 'stars' | 'service' | 'logistics' | 'created';

type Labelled = 'stars' | 'service' | 'logistics' | 'created';

/** What a back-end calls its columns and labels, where not as below. */
export interface ReviewWords {
  columns: readonly ColumnRole<ReviewRole>[];
  labels: Record<Labelled, readonly string[]>;
  /** A text that only the loaded content has. */
  marker: RegExp;
}

const PERSON = /内容|买家|用户|回复|备注/;
const ROLES: readonly ColumnRole<ReviewRole>[] = [
  { role: 'order', words: ['订单编号', '订单号', '订单信息', '订单'], not: PERSON },
  { role: 'id', words: ['评价ID', '评论ID', '评价编号', '评论编号'] },
  {
    role: 'stars',
    words: ['商品评分', '商品评价', '评价星级', '星级', '评分'],
    not: /服务|物流|内容/,
  },
  { role: 'service', words: ['服务评分', '服务评价', '服务星级'] },
  { role: 'logistics', words: ['物流评分', '物流评价', '物流星级'] },
  { role: 'created', words: ['评价时间', '评论时间'] },
];

const USUAL: ReviewWords = {
  columns: ROLES,
  labels: {
    stars: ['商品评分', '商品评价', '商品'],
    service: ['服务评分', '服务评价', '服务'],
    logistics: ['物流评分', '物流评价', '物流'],
    created: ['评价时间', '评论时间'],
  },
  marker: /评价时间|评价管理|商品评分/,
};

const STARS = /^([1-5])(?:\.0)? ?[分星]?$/;

/** @param path of the address; all of it */
export const reviewListReader = (site: Site, path: RegExp, words = USUAL): PageReader => {
  const readLabels = labelReader(words.labels);
  return plainReader(site, {
    kind: 'review-list',
    path,
    marker: words.marker,
    read: ({ nowMs }, root) => {
      const table = readFlatTable(root, words.columns, ['order', 'stars']);
      if (!table.rows) {
        const fatal = table.isEmpty ? [] : ['headers-unknown'];
        return { records: [], seen: table.seen, parsed: 0, fatal };
      }
      const records = new Map<string, ReviewRecord>();
      const problems = new Set<string>();
      let parsed = 0;
      for (const row of table.rows) {
        const record = readReview(site, row, readLabels(row.texts), nowMs);
        if (!record) problems.add('id-unreadable');
        else if (record.stars !== undefined) {
          parsed += 1;
          records.set(record.reviewId, record);
        }
      }
      const all = [...records.values()];
      return {
        records: all,
        seen: table.seen,
        parsed,
        missing: countMissing(all, ['createdMs', 'serviceStars', 'logisticsStars']),
        problems: [...problems],
        fatal: parsed === 0 && !table.isEmpty ? ['no-groups', ...problems] : [],
      };
    },
  });
};

function readReview(
  { isOrderId, isTicketId }: Site,
  { el, cell }: FlatRow<ReviewRole>,
  labels: Partial<Record<Labelled, string>>,
  nowMs: number,
): ReviewRecord | undefined {
  const order = cell('order').leaves;
  const bare = order.filter(isOrderId);
  const orderId =
    oneIdAfter(['订单编号', '订单号'], order, isOrderId).id ??
    (new Set(bare).size === 1 ? bare[0] : undefined);
  const ids = [...cell('id').leaves, el.getAttribute('data-row-key') ?? ''];
  const reviewId = ids.find((text) => isTicketId(text) && text !== orderId);
  if (!orderId || !reviewId) return undefined;
  // A day and its clock may stand in two elements.
  const created = cell('created').leaves.slice(0, 2).join(' ') || (labels.created ?? '');
  const record: ReviewRecord = {
    kind: 'review',
    reviewId,
    orderId,
    stars: starsOf(cell('stars'), labels.stars),
    serviceStars: starsOf(cell('service'), labels.service),
    logisticsStars: starsOf(cell('logistics'), labels.logistics),
    createdMs: parseDateTimeMs(created, nowMs),
  };
  return compact(record);
}

/** `5分`, `5星`, `5`: what stands after its label, or alone in its column. */
function starsOf({ leaves }: CellText, labelled = ''): number | undefined {
  const [only = labelled] = leaves.length === 1 ? leaves : [];
  const digit = STARS.exec(labelled)?.[1] ?? STARS.exec(only)?.[1];
  return digit === undefined ? undefined : Number(digit);
}
