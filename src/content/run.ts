/** A platform's content script, whole: an entrypoint adds only its hosts. */
import { badgeText } from '../badges/catalogue';
import * as browser from '../browser/content';
import { createDemoClock } from '../browser/demo-clock';
import { takeOver, watchAddress } from '../browser/lifetime';
import { createSelfTime } from '../capture/self-time';
import { LOCALE_KEY, PREFERENCES_KEY } from '../core/page-preferences';
import { createClient } from '../messages/client';
import type { PlatformPages } from '../platforms/types';
import { attach } from './attach';
import { followChoices } from './follow-choices';
import { sameOriginTop } from './frames';
import { createScreen } from './screen';

export async function runContent(pages: PlatformPages): Promise<void> {
  const end = new AbortController();
  takeOver(document, end);
  const clock = createDemoClock(browser.readLocal);
  await clock.ready;
  const top = sameOriginTop(window);
  const t = badgeText(await browser.readLocal(LOCALE_KEY));
  const client = createClient({
    ...browser,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const choices = {
    read: () => browser.readLocal(PREFERENCES_KEY),
    onChange: (changed: () => void, signal: AbortSignal) =>
      browser.onLocalChange(PREFERENCES_KEY, changed, signal),
  };
  const time = createSelfTime(window.performance);
  await followChoices(pages.id, choices, end.signal, (chosen, signal) => {
    const env = { doc: document, topDoc: top.doc, now: clock.nowMs, t };
    const session = attach({
      ...env,
      pages,
      client,
      win: window,
      url: () => new URL(top.location.href),
      screen: createScreen(chosen, { ...env, time }),
      signal,
      end: () => end.abort(),
    });
    watchAddress(window, signal, session.navigate);
  });
}
