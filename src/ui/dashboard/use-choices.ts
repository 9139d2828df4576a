/** What the merchant entered for the shop, read once and written whole. */
import { useEffect, useState } from 'preact/hooks';
import type { ShopChoices } from '../../core/shop-choices';
import type { DashboardPorts, ShopId } from '../ports';

export interface ChoicesHandle {
  /** Undefined until it was read. */
  choices?: ShopChoices;
  /** True when the last write failed: nothing was kept. */
  failed: boolean;
  save(choices: ShopChoices): Promise<void>;
}

export function useChoices(
  ports: Pick<DashboardPorts, 'readChoices' | 'saveChoices'>,
  shop: ShopId | undefined,
): ChoicesHandle {
  const [choices, setChoices] = useState<ShopChoices>();
  const [failed, setFailed] = useState(false);
  const key = JSON.stringify(shop);
  useEffect(() => {
    let isCurrent = true;
    setChoices(undefined);
    if (shop) {
      ports.readChoices(shop).then(
        (read) => isCurrent && setChoices(read),
        () => isCurrent && setFailed(true),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [ports, key]);
  return {
    choices,
    failed,
    async save(next) {
      if (!shop) return;
      try {
        await ports.saveChoices(shop, next);
        setChoices(next);
        setFailed(false);
      } catch {
        setFailed(true);
      }
    },
  };
}
