/** 演示店铺: made-up data for whoever has no page open yet, marked as such wherever it is shown. */
import type { CaseRecord, ScoreSnapshot, ShopRef } from './entities';
import type { ListReading } from './reading-types';

/** No back-end shows a shop of this id: ids are shop names, and names do not look like this. */
export const DEMO_SHOP_ID = 'demo-shop';

export interface DemoShop {
  shop: ShopRef;
  records: CaseRecord[];
  /** The score page of each day, oldest first. */
  snapshots: ScoreSnapshot[];
  /** Both lists were read in full. */
  readings: ListReading[];
}
