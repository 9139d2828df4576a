/** The dashboard's worker: parses export files and stores them, off the page's thread. */
import { openDuties } from '../../src/core/duties';
import { fileKinds } from '../../src/platforms/file-kinds';
import { findPlatform } from '../../src/platforms/registry';
import { createDatabase } from '../../src/store/database';
import { createPlatformRules } from '../../src/store/rules';
import { createImportJob } from '../../src/ui/dashboard/import-job';
import type { ToWorker } from '../../src/ui/dashboard/import-types';

const take = createImportJob({
  db: createDatabase(),
  kinds: fileKinds,
  findRules(id) {
    const platform = findPlatform(id);
    return platform && createPlatformRules(platform, (one) => openDuties(one, platform.duties));
  },
  post: (message) => self.postMessage(message),
});
self.onmessage = ({ data }: MessageEvent<ToWorker>) => take(data);
