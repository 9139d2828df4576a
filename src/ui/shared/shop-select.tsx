import type { Translate } from '../i18n';
import type { ShopId } from '../ports';

interface Props {
  shops: { id: ShopId; label: string; isSelected: boolean }[];
  t: Translate;
  choose(shop: ShopId): void;
}

export function ShopSelect({ shops, t, choose }: Props) {
  // The one in front is not listed yet: nothing of it was written.
  const isNew = shops.length > 0 && !shops.some((shop) => shop.isSelected);
  const onChange = (event: { currentTarget: HTMLSelectElement }): void => {
    const shop = shops[event.currentTarget.selectedIndex - (isNew ? 1 : 0)];
    if (shop) choose(shop.id);
  };
  return (
    <select aria-label={t('shop.choose')} onChange={onChange}>
      {isNew && (
        <option selected disabled>
          {t('shop.new')}
        </option>
      )}
      {shops.map((shop) => (
        <option key={`${shop.id.platform}:${shop.id.shopId}`} selected={shop.isSelected}>
          {shop.label}
        </option>
      ))}
    </select>
  );
}
