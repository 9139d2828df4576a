/**
 * Who sent a message: the only reader of `sender`. What a message says about itself is never believed
 * where the browser's own word is at hand.
 *
 * Checked in Chromium 156: a content script's message carries our id and the page's origin; one of our
 * pages in a tab carries our origin *and* a tab. So having a tab tells nothing.
 */
export interface RawSender {
  id?: string;
  origin?: string;
  url?: string;
  tab?: { id?: number; incognito?: boolean };
  frameId?: number;
}

export interface ContentSender {
  from: 'content';
  platform: string;
  /** Of the page, in the browser's own word. */
  host: string;
  tabId?: number;
  frameId?: number;
  /** The page is in an incognito window: stored only after consent there. */
  incognito?: boolean;
}
/** One of our own pages: popup, dashboard, welcome. */
export interface PageSender {
  from: 'page';
}
export type Sender = ContentSender | PageSender;

export interface Identity {
  extensionId: string;
  extensionOrigin: string;
}

/** A platform's match patterns, as in the manifest. */
export interface PlatformHosts {
  id: string;
  hosts: string[];
}

/** The sender's kind and platform, or undefined: then the message is refused unread. */
export function classifySender(
  sender: RawSender,
  own: Identity,
  platforms: PlatformHosts[],
): Sender | undefined {
  if (sender.id !== own.extensionId) return undefined;
  const origin = senderOrigin(sender);
  if (origin === undefined) return undefined;
  if (origin === own.extensionOrigin) return { from: 'page' };
  const platform = platforms.find(({ hosts }) => hosts.some((host) => matchesOrigin(host, origin)));
  if (!platform) return undefined;
  return {
    from: 'content',
    platform: platform.id,
    host: new URL(origin).hostname,
    tabId: sender.tab?.id,
    frameId: sender.frameId,
    ...(sender.tab?.incognito ? { incognito: true } : {}),
  };
}

/** COMPAT(firefox-pre-126): no `origin` there; drop the fallback when the manifest's floor is 126. */
function senderOrigin(sender: RawSender): string | undefined {
  const text = sender.origin ?? sender.url;
  if (text === undefined) return undefined;
  try {
    const url = new URL(text);
    // `origin` of an extension's own scheme is the text "null" in some engines.
    return `${url.protocol}//${url.host}`;
  } catch {
    return undefined;
  }
}

/** Scheme and host of a match pattern against an origin; the path of a pattern says nothing here. */
export function matchesOrigin(pattern: string, origin: string): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\//.exec(pattern);
  if (!parts) return false;
  const [, scheme, host = ''] = parts;
  const url = new URL(origin);
  const schemes = scheme === '*' ? ['http:', 'https:'] : [`${scheme}:`];
  if (!schemes.includes(url.protocol)) return false;
  if (host === '*') return true;
  if (host.startsWith('*.')) {
    return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
  }
  return url.host === host || url.hostname === host;
}
