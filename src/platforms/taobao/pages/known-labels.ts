/** Every label that a reader of this platform looks for: the only texts that a page's skeleton keeps. */
import { readParcelLabels } from '../../shared-pages/parcels';
import {
  ORDER_COLUMNS,
  ORDER_LABELS,
  readHead,
  readOrderLabels,
  readProduct,
} from './order-columns';
import { CHAT_COLUMNS, REVIEW_COLUMNS } from './rare-words';
import { readTicketLabels, TICKET_COLUMNS } from './refund-words';
import { SCORE_LABELS } from './score-labels';

export const taobaoLabels: readonly string[] = [
  ...ORDER_LABELS,
  '退款编号',
  ...[...ORDER_COLUMNS, ...TICKET_COLUMNS, ...REVIEW_COLUMNS, ...CHAT_COLUMNS].flatMap(
    ({ words }) => words,
  ),
  ...[readHead, readProduct, readTicketLabels, readOrderLabels, readParcelLabels].flatMap(
    ({ labels }) => labels,
  ),
  ...SCORE_LABELS.flatMap(({ entries }) => entries.flatMap(({ labels }) => labels)),
];
