import type { Translate } from '../i18n';
import type { ShopId } from '../ports';

interface Props {
  shops: { id: ShopId; label: string; isSelected: boolean }[];
  t: Translate;
  choose(shop: ShopId): void;
}

export function ShopSelect({ shops, t, choose }: Props) {
  const onChange = (event: { currentTarget: HTMLSelectElement }): void => {
    const shop = shops[event.currentTarget.selectedIndex];
    if (shop) choose(shop.id);
  };
  return (
    <select aria-label={t('shop.choose')} onChange={onChange}>
      {shops.map((shop) => (
        <option key={`${shop.id.platform}:${shop.id.shopId}`} selected={shop.isSelected}>
          {shop.label}
        </option>
      ))}
    </select>
  );
}
