/** What the dashboard does with everything stored: files out, a backup in, how long it is kept. */
import type { RestoreResult } from '../../../store/restore';
import type { ShopId } from '../../ports';

export type ExportKind = 'orders' | 'aftersales' | 'days' | 'json';

export interface DataPorts {
  /** Everything of all shops as one file; encrypted when there is a passphrase. */
  makeBackup(passphrase: string | undefined, onProgress: (done: number) => void): Promise<Blob>;
  /** @throws BackupError before anything is written. */
  restoreBackup(
    file: Blob,
    passphrase: string | undefined,
    onProgress: (done: number, all: number) => void,
  ): Promise<RestoreResult>;
  /** One table of a shop, or all of them as JSON. */
  exportShop(
    shop: ShopId,
    kind: ExportKind,
    onProgress: (done: number) => void,
  ): Promise<{ blob: Blob; rows: number }>;
  readRetention(shop: ShopId): Promise<number>;
  saveRetention(shop: ShopId, days: number): Promise<void>;
}
