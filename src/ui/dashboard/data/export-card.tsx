/** The shop's data as tables for a spreadsheet, and how long it is kept. */
import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_DAYS, LEAST_DAYS } from '../../../store/retention';
import type { Translate } from '../../i18n';
import type { ShopId } from '../../ports';
import { fileName } from '../csv';
import type { DataPorts, ExportKind } from './data-ports';

interface Props {
  shop: ShopId;
  shopName: string;
  data: DataPorts;
  save(name: string, content: Blob, type: string): void;
  today: string;
  t: Translate;
}

const KINDS: ExportKind[] = ['orders', 'aftersales', 'days', 'json'];

export function ExportCard({ shop, shopName, data, save, today, t }: Props) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  async function exportOne(kind: ExportKind): Promise<void> {
    setBusy(true);
    try {
      const { blob, rows } = await data.exportShop(shop, kind, (done) =>
        setSaid(t('export.writing', { done })),
      );
      const ending = kind === 'json' ? 'json' : 'csv';
      save(fileName(shopName, t(`export.${kind}`), `${today}.${ending}`), blob, blob.type);
      setSaid(t('export.saved', { rows }));
    } catch {
      setSaid(t('export.failed'));
    }
    setBusy(false);
  }
  return (
    <section id="export" aria-labelledby="export-title">
      <h2 id="export-title">{t('export.title')}</h2>
      <p>{t('export.help')}</p>
      <p class="actions">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            data-export={kind}
            disabled={busy}
            onClick={() => void exportOne(kind)}
          >
            {t(`export.${kind}`)}
          </button>
        ))}
      </p>
      <p role="status">{said}</p>
      <Retention shop={shop} data={data} t={t} />
    </section>
  );
}

function Retention({ shop, data, t }: Pick<Props, 'shop' | 'data' | 't'>) {
  const [days, setDays] = useState(DEFAULT_DAYS);
  const [said, setSaid] = useState('');
  useEffect(() => {
    data.readRetention(shop).then(setDays, () => {});
  }, [shop.platform, shop.shopId]);
  const save = (wanted: number): void => {
    if (!Number.isInteger(wanted) || wanted < LEAST_DAYS) {
      setSaid(t('retention.least', { days: LEAST_DAYS }));
      return;
    }
    setDays(wanted);
    data.saveRetention(shop, wanted).then(
      () => setSaid(t('retention.saved', { days: wanted })),
      () => setSaid(t('retention.failed')),
    );
  };
  return (
    <p>
      <label>
        {t('retention.label')}{' '}
        <input
          id="retention-days"
          type="number"
          min={LEAST_DAYS}
          step={1}
          value={days}
          onChange={(event) => save(event.currentTarget.valueAsNumber)}
        />
      </label>{' '}
      <span class="quiet">{t('retention.help')}</span> <span role="status">{said}</span>
    </p>
  );
}
