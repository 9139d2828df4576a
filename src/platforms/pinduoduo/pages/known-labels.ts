/** Every label that a reader of this platform looks for: the only texts that a page's skeleton keeps. */
import { readParcelLabels } from '../../shared-pages/parcels';
import { NAVIGATOR_LABELS, SERVICE_LABELS } from './score-labels';
import {
  CHAT_COLUMNS,
  ORDER_COLUMNS,
  ORDER_LABELS,
  readOrderLabels,
  readProductLabels,
  readReviewLabels,
  readStrip,
  readTicketLabels,
} from './words';

export const pinduoduoLabels: readonly string[] = [
  ...ORDER_LABELS,
  '售后编号',
  ...[...ORDER_COLUMNS, ...CHAT_COLUMNS].flatMap(({ words }) => words),
  ...[
    readStrip,
    readOrderLabels,
    readTicketLabels,
    readReviewLabels,
    readProductLabels,
    readParcelLabels,
  ].flatMap(({ labels }) => labels),
  ...[SERVICE_LABELS, NAVIGATOR_LABELS].flatMap(({ entries }) =>
    entries.flatMap(({ labels }) => labels),
  ),
];
