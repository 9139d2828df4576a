/** What is stored, and deleting it: asked twice, never undone. */
import { useState } from 'preact/hooks';
import type { Translate } from '../i18n';
import type { DashboardPorts, ShopId } from '../ports';

interface Props {
  shop?: ShopId;
  shopName?: string;
  ports: DashboardPorts;
  t: Translate;
}

type What = 'shop' | 'all';

export function DataSection({ shop, shopName, ports, t }: Props) {
  const [asked, setAsked] = useState<What>();
  const [said, setSaid] = useState('');
  const remove = async (): Promise<void> => {
    try {
      if (asked === 'all') await ports.deleteAll();
      else if (shop) await ports.deleteShop(shop);
      setSaid(t('dash.deleted'));
    } catch {
      setSaid(t('dash.delete-failed'));
    }
    setAsked(undefined);
  };
  const ask = (what: What): void => {
    setSaid('');
    setAsked(what);
  };
  const question =
    asked === 'all'
      ? t('dash.delete.sure-all')
      : t('dash.delete.sure-shop', { shop: shopName ?? '' });
  return (
    <section id="data">
      <h2>{t('dash.data')}</h2>
      <p>{t('dash.data.help')}</p>
      {asked ? (
        <div class="notice" data-tone="problem" role="alertdialog" aria-label={question}>
          <p>{question}</p>
          <button type="button" data-confirm onClick={() => void remove()}>
            {t('dash.delete.yes')}
          </button>
          <button type="button" onClick={() => setAsked(undefined)}>
            {t('dash.delete.no')}
          </button>
        </div>
      ) : (
        <p class="actions">
          {shop && (
            <button type="button" data-delete="shop" onClick={() => ask('shop')}>
              {t('dash.delete-shop')}
            </button>
          )}
          <button type="button" data-delete="all" onClick={() => ask('all')}>
            {t('dash.delete-all')}
          </button>
        </p>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
