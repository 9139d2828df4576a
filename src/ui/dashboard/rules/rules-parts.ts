/** What each part of the rules page is given. */
import type { Report } from '../../../core/report-types';
import type { ShopSettings } from '../../../core/shop-settings';
import type { Translate } from '../../i18n';

export interface RulesPart {
  report: Report;
  settings: ShopSettings;
  /** Kept at once; the report follows. */
  save(change: Partial<ShopSettings>): Promise<void>;
  t: Translate;
}
