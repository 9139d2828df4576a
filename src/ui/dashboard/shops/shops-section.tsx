/** Every shop this browser has seen, side by side. */
import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../../core/report-types';
import { dragView } from '../../shared/drag-model';
import { agoText, numberText } from '../../shared/format';
import { Change } from '../change';
import type { SectionProps } from '../section-types';
import { HostShops } from './host-shops';
import { ShopNames } from './shop-names';

interface ShopRow {
  key: string;
  name: string;
  platform: string;
  seen: string;
  report?: Report;
  choose(): void;
  isShown: boolean;
}

export default function ShopsSection(section: SectionProps) {
  const { input, ports, translator, go, view } = section;
  const { t, locale } = translator;
  const [reports, setReports] = useState<Record<string, Report | undefined>>();
  const { index } = input;
  useEffect(() => {
    let isCurrent = true;
    const read = index.shops.map(async (shop) => {
      const mirror = await ports.readMirror(shop).catch(() => undefined);
      return [keyOf(shop), mirror && ports.reportOf(mirror, ports.now())] as const;
    });
    Promise.all(read).then((all) => isCurrent && setReports(Object.fromEntries(all)));
    return () => {
      isCurrent = false;
    };
  }, [ports, index]);
  const platformName = (id: string): string =>
    ports.platforms.find((each) => each.id === id)?.name[locale] ?? id;
  const rows = index.shops.map(
    (shop): ShopRow => ({
      key: keyOf(shop),
      name: shop.name,
      platform: platformName(shop.platform),
      seen: agoText(shop.lastSeenMs, input.nowMs, translator),
      report: reports?.[keyOf(shop)],
      choose: () =>
        go({ shop: { platform: shop.platform, shopId: shop.shopId }, section: 'overview' }),
      isShown: view.shop?.platform === shop.platform && view.shop.shopId === shop.shopId,
    }),
  );
  if (rows.length === 0) {
    return (
      <p class="empty" data-empty="shops">
        {t('shops.none')}
      </p>
    );
  }
  return (
    <>
      <div class="scroll" role="region" aria-label={t('section.shops')} tabIndex={0}>
        <table>
          <caption class="unseen">{t('section.shops')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('shops.shop')}</th>
              <th scope="col">{t('shops.score')}</th>
              <th scope="col">{t('drag.title')}</th>
              <th scope="col">{t('shops.seen')}</th>
              <th scope="col">{t('shops.open')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} section={section} />
            ))}
          </tbody>
        </table>
      </div>
      <HostShops index={index} ports={ports} translator={translator} />
      <ShopNames shops={index.shops} platformName={platformName} ports={ports} t={t} />
    </>
  );
}

const keyOf = ({ platform, shopId }: { platform: string; shopId: string }): string =>
  `${platform}:${shopId}`;

function Row({ row, section: { translator } }: { row: ShopRow; section: SectionProps }) {
  const { t } = translator;
  const { report } = row;
  const total = report?.total?.official ?? report?.total?.ours;
  const drag = report && dragView(report, translator);
  return (
    <tr data-shop={row.key}>
      <th scope="row">
        {row.name}
        <span class="quiet block">{row.platform}</span>
      </th>
      <td>
        {total === undefined
          ? t('value.missing')
          : `${report?.total?.official === undefined ? '≈' : ''}${numberText(total, 1)}`}{' '}
        {report?.change && (
          <Change points={report.change.points} sure={true} translator={translator} />
        )}
      </td>
      <td>{drag ? [drag.subject, drag.loss].filter(Boolean).join(' ') : t('value.unknown')}</td>
      <td>{row.seen}</td>
      <td>
        <button
          type="button"
          disabled={row.isShown}
          aria-label={row.isShown ? undefined : t('shops.open-named', { shop: row.name })}
          onClick={row.choose}
        >
          {t(row.isShown ? 'shops.shown' : 'shops.open')}
        </button>
      </td>
    </tr>
  );
}
