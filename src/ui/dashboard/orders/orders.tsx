/** The orders behind one indicator, a page at a time; nothing is read that is not shown. */
import { useEffect, useState } from 'preact/hooks';
import type { Offender, Report } from '../../../core/report-types';
import { formatDay } from '../../../core/time';
import type { Translator } from '../../i18n';
import type { DashboardPorts, OffenderPage, PlatformInfo } from '../../ports';
import { lossText } from '../../shared/format';
import { TabLink } from '../../shared/link';
import type { DashboardView } from '../dashboard-view';

export const PAGE_SIZE = 20;

interface Props {
  shown: NonNullable<DashboardView['shown']>;
  report: Report;
  ports: DashboardPorts;
  translator: Translator;
}

export function Orders({ shown, report, ports, translator }: Props) {
  const { t } = translator;
  const [page, setPage] = useState(0);
  const [found, setFound] = useState<OffenderPage>();
  useEffect(() => setPage(0), [shown.id]);
  useEffect(() => {
    let isCurrent = true;
    const range = { offset: page * PAGE_SIZE, limit: PAGE_SIZE };
    ports.listOffenders(report, shown.id, range).then(
      (result) => isCurrent && setFound(result),
      () => isCurrent && setFound({ rows: [], more: false }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, report, shown.id, page]);
  const platform = ports.platforms.find((each) => each.id === report.shop.platform);
  if (!found || !platform) return <p class="quiet">{t('loading')}</p>;
  const empty = t(shown.hasOrders ? 'dash.orders.none' : 'dash.orders.unlinked');
  return (
    <section id="orders">
      <h2 id="orders-title">{shown.title}</h2>
      {found.rows.length === 0 && page === 0 ? (
        <p class="quiet">{empty}</p>
      ) : (
        <>
          <OrderTable rows={found.rows} platform={platform} ports={ports} translator={translator} />
          <nav class="paging" aria-label={shown.title}>
            <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t('dash.prev')}
            </button>
            <span aria-live="polite">{t('dash.page', { n: page + 1 })}</span>
            <button type="button" disabled={!found.more} onClick={() => setPage(page + 1)}>
              {t('dash.next')}
            </button>
          </nav>
        </>
      )}
    </section>
  );
}

interface TableProps {
  rows: Offender[];
  platform: PlatformInfo;
  ports: DashboardPorts;
  translator: Translator;
}

function OrderTable({ rows, platform, ports, translator }: TableProps) {
  const { t } = translator;
  return (
    <div class="scroll" role="region" aria-labelledby="orders-title" tabIndex={0}>
      <table aria-labelledby="orders-title">
        <thead>
          <tr>
            <th scope="col">{t('dash.order.id')}</th>
            <th scope="col">{t('dash.order.why')}</th>
            <th scope="col">{t('dash.order.day')}</th>
            <th scope="col">{t('dash.order.leaves')}</th>
            <th scope="col">{t('dash.order.share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.orderId}/${row.unitId}`} data-offender={row.orderId}>
              <th scope="row">
                <TabLink
                  url={platform.links.order(row.orderId)}
                  open={ports.openTab}
                  label={t('action.open-order', { id: row.orderId })}
                >
                  {row.orderId}
                </TabLink>
              </th>
              <td>{[row.reason, row.productName].filter(Boolean).join(' · ')}</td>
              <td>{formatDay(row.day)}</td>
              <td>{row.leavesOn}</td>
              <td class="loss slight">
                {lossText(row.share, row.shareProvenance, translator) ?? t('value.unknown')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
