/** Every label that a reader of this platform looks for: the only texts that a page's skeleton keeps. */
import { readParcelLabels } from '../../shared-pages/parcels';
import { readTicketLabels, TICKET_COLUMNS } from './aftersale-cells';
import { readDetailLabels } from './details';
import { ORDER_ID_LABELS, TICKET_ID_LABELS } from './ids';
import { ORDER_COLUMNS, readHead, readProduct } from './order-columns';
import { SCORE_LABELS_2026_09 } from './score-labels';
import { OLDER_SCORE_LABELS } from './score-labels-older';

export const doudianLabels: readonly string[] = [
  ...ORDER_ID_LABELS,
  ...TICKET_ID_LABELS,
  ...[...ORDER_COLUMNS, ...TICKET_COLUMNS].flatMap(({ words }) => words),
  ...[readHead, readProduct, readTicketLabels, readDetailLabels, readParcelLabels].flatMap(
    ({ labels }) => labels,
  ),
  ...[SCORE_LABELS_2026_09, ...OLDER_SCORE_LABELS].flatMap(({ entries }) =>
    entries.flatMap(({ labels }) => labels),
  ),
];
