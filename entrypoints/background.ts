import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/background/start';
import { createDemoClock } from '../src/browser/demo-clock';
import * as extension from '../src/browser/extension';
import * as notifications from '../src/browser/notifications';
import { choosePack } from '../src/core/choose-pack';
import { buildReport } from '../src/core/report';
import { platforms } from '../src/platforms/registry';
import { createDatabase } from '../src/store/database';

export default defineBackground(() => {
  const readLocal = async (key: string) => (await extension.localArea.get(key))[key];
  const clock = createDemoClock(readLocal, extension.onLocalChange);
  startBackground({
    extension,
    notifications,
    platforms,
    db: createDatabase(),
    buildReport,
    choosePack,
    build: __SOURCES_HASH__,
    nowMs: clock.nowMs,
    ready: clock.ready,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onError: (error) => console.error(error),
  });
});
