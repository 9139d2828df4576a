import { defineContentScript } from 'wxt/utils/define-content-script';
import { badgeText } from '../src/badges/catalogue';
import * as browser from '../src/browser/content';
import { createDemoClock } from '../src/browser/demo-clock';
import { takeOver, watchAddress } from '../src/browser/lifetime';
import { attach } from '../src/content/attach';
import { sameOriginTop } from '../src/content/frames';
import { createClient } from '../src/messages/client';
import { doudianHosts } from '../src/platforms/doudian/hosts';
import { doudianPages } from '../src/platforms/doudian/pages';

export default defineContentScript({
  matches: doudianHosts,
  // The after-sale list lives in a frame of the page.
  allFrames: true,
  runAt: 'document_idle',
  async main() {
    const end = new AbortController();
    takeOver(document, end);
    const clock = createDemoClock(browser.readLocal);
    await clock.ready;
    const top = sameOriginTop(window);
    const session = attach({
      pages: doudianPages,
      client: createClient({
        ...browser,
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      }),
      doc: document,
      topDoc: top.doc,
      win: window,
      url: () => new URL(top.location.href),
      now: clock.nowMs,
      t: badgeText(await browser.readLocal('settings:locale')),
      signal: end.signal,
      end: () => end.abort(),
    });
    watchAddress(window, end.signal, session.navigate);
  },
});
