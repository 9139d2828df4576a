/** Pages that name no shop: the merchant says once whose a host is. Shown once there is such a page. */
import { useEffect, useState } from 'preact/hooks';
import type { ShoplessHost } from '../../../core/host-shop';
import type { MirrorIndex } from '../../../store/mirror-types';
import type { Translator } from '../../i18n';
import type { DashboardPorts } from '../../ports';
import { findKnown, idOf } from '../../shared/choose-shop';
import { pageName } from '../../shared/health-model';

interface Props {
  index: MirrorIndex;
  ports: Pick<DashboardPorts, 'listShoplessHosts' | 'claimHost'>;
  translator: Translator;
}

export function HostShops({ index, ports, translator }: Props) {
  const { t } = translator;
  const [hosts, setHosts] = useState<ShoplessHost[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isCurrent = true;
    ports.listShoplessHosts().then(
      (all) => isCurrent && setHosts(all),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, index, said]);
  if (hosts.length === 0) return null;
  const claim = async (host: ShoplessHost, shopId: string): Promise<void> => {
    const shop = findKnown(index.shops, { platform: host.platform, shopId });
    try {
      await ports.claimHost(host.host, shop && idOf(shop));
      const key = shop ? 'shops.host.saved' : 'shops.host.cleared';
      setSaid(t(key, { host: host.host, shop: shop?.name ?? '' }));
    } catch {
      setSaid(t('shops.failed'));
    }
  };
  return (
    <section id="host-shops" aria-labelledby="host-shops-title">
      <h2 id="host-shops-title">{t('shops.hosts')}</h2>
      <p class="quiet">{t('shops.hosts.help')}</p>
      {hosts.map((host) => (
        <HostShop
          key={host.host}
          host={host}
          shops={index.shops.filter(({ platform }) => platform === host.platform)}
          chosen={
            findKnown(index.shops, { platform: host.platform, shopId: host.shopId ?? '' })?.shopId
          }
          claim={(shopId) => void claim(host, shopId)}
          translator={translator}
        />
      ))}
      <p role="status" data-hosts-said>
        {said}
      </p>
    </section>
  );
}

interface HostProps {
  host: ShoplessHost;
  shops: MirrorIndex['shops'];
  chosen: string | undefined;
  claim(shopId: string): void;
  translator: Translator;
}

function HostShop({ host, shops, chosen, claim, translator }: HostProps) {
  const { t } = translator;
  const [picked, setPicked] = useState<string>();
  const value = picked ?? chosen ?? '';
  return (
    <form
      class="filters"
      data-host={host.host}
      onSubmit={(event) => {
        event.preventDefault();
        claim(value);
      }}
    >
      <label>
        <span>
          {t('shops.host.ask', { page: pageName(host.kind, translator), host: host.host })}
        </span>
        <select name="host-shop" onChange={({ currentTarget }) => setPicked(currentTarget.value)}>
          <option value="" selected={value === ''}>
            {t('shops.host.none')}
          </option>
          {shops.map(({ shopId, name }) => (
            <option key={shopId} value={shopId} selected={shopId === value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t('shops.host.save')}</button>
      {host.isRefused && <span class="quiet">{t('shops.host.refused')}</span>}
    </form>
  );
}
