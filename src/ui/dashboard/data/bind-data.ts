/** Backup, restore, export and retention on the database of this browser. */
import type { Platform } from '../../../platforms/types';
import { makeBackup } from '../../../store/backup';
import { readSettings, restoreSettings } from '../../../store/backup-settings';
import type { ScoreDatabase } from '../../../store/database';
import { shopKeyOf } from '../../../store/keys';
import type { WritableArea } from '../../../store/mirror-writer';
import { findTrouble, openOld } from '../../../store/open-stored';
import { restoreBackup } from '../../../store/restore';
import { RETENTION_KEY, type RetentionDays, retentionDays } from '../../../store/retention';
import type { PlatformRules } from '../../../store/rules';
import type { Translate } from '../../i18n';
import type { ShopId } from '../../ports';
import type { DataPorts } from './data-ports';
import { exportFile } from './export-file';

export interface DataWorld {
  db: ScoreDatabase;
  area: WritableArea;
  platforms: Platform[];
  t: Translate;
  now(): number;
  findRules(platform: string): PlatformRules | undefined;
  /** Brings the mirror up to date. */
  refresh(shop: ShopId): Promise<void>;
}

export function createDataPorts(world: DataWorld): DataPorts {
  const { db, area, findRules } = world;
  const readKept = async () => (await area.get(RETENTION_KEY))[RETENTION_KEY];
  return {
    async makeBackup(passphrase, onProgress) {
      // Where an upgrade failed, what the earlier version stored can still be taken out.
      const readable = (await findTrouble(db)) === 'upgrade-failed' ? await openOld(db) : db;
      try {
        const secret = passphrase ? { passphrase } : {};
        const settings = await readSettings(area);
        return await makeBackup(readable, {
          nowMs: world.now(),
          settings,
          onProgress,
          ...secret,
        });
      } finally {
        if (readable !== db) readable.close();
      }
    },
    async restoreBackup(file, passphrase, onProgress) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const parts = { bytes, findRules, onProgress };
      const result = await restoreBackup(db, { ...parts, ...(passphrase ? { passphrase } : {}) });
      if (result.outcome === 'done') await restoreSettings(area, result.settings);
      for (const shop of result.shops) await world.refresh(shop);
      return result;
    },
    exportShop: async (shop, kind, onProgress) => {
      const packs = world.platforms.find((each) => each.id === shop.platform)?.packs ?? [];
      const labels = new Map(
        packs.flatMap(({ indicators }) =>
          indicators.map(({ measureId, labels: [label] }) => [measureId, label] as const),
        ),
      );
      const labelOf = (measureId: string): string => labels.get(measureId) ?? measureId;
      const rules = findRules(shop.platform);
      if (!rules) throw new Error(`no rules for ${shop.platform}`);
      return exportFile(db, { shop, rules, kind, t: world.t, labelOf, onProgress });
    },
    readRetention: async (shop) => retentionDays(await readKept(), shopKeyOf(shop)),
    async saveRetention(shop, days) {
      const settings = (await readKept()) as RetentionDays | undefined;
      await area.set({ [RETENTION_KEY]: { ...settings, [shopKeyOf(shop)]: days } });
      // The background then applies it with its next tick instead of tomorrow.
      await area.remove('upkeep:day');
    },
  };
}
