/** When a script in a page ends, and where the page went meanwhile. */

/** Said on the document by each script that starts: an older one of ours stops then. */
const STARTED = 'scorelens:started';
/** COMPAT(navigation-api): Firefox before 147 and Safari before 26 have none; they are asked instead. */
const POLL_MS = 1_000;

/** Ends every older script of this document, and this one when a newer starts (a reinstall, an update). */
export function takeOver(doc: Document, end: AbortController): void {
  doc.dispatchEvent(new Event(STARTED));
  doc.addEventListener(STARTED, () => end.abort(), { once: true, signal: end.signal });
}

interface Navigation {
  addEventListener(
    type: 'navigate',
    heard: (event: { destination: { url: string } }) => void,
    options: { signal: AbortSignal },
  ): void;
}

/** Calls back with each new address of this window, also without a load. */
export function watchAddress(win: Window, signal: AbortSignal, go: (url: URL) => void): void {
  let last = win.location.href;
  const see = (href: string): void => {
    if (href === last) return;
    last = href;
    go(new URL(href));
  };
  const { navigation } = win as { navigation?: Navigation };
  if (navigation) {
    navigation.addEventListener('navigate', ({ destination }) => see(destination.url), { signal });
    return;
  }
  const timer = win.setInterval(() => see(win.location.href), POLL_MS);
  signal.addEventListener('abort', () => win.clearInterval(timer), { once: true });
}
