/**
 * What a merchant's page runs: a page session whose readings go to the background and whose rows get
 * badges. One frame, one attachment; it ends with its signal or when the extension is updated under it.
 */

import type { Notice } from '../badges/notice';
import { createSelfTime } from '../capture/self-time';
import { type Session, type SessionWindow, startSession } from '../capture/session';
import type { Client, Reply } from '../messages/client';
import type { RequestType } from '../messages/contract';
import type { PageReading, PlatformPages } from '../platforms/types';
import { receiveReaders } from './more-readers';
import type { Screen } from './screen';
import { createVerdictBook } from './verdict-book';

export interface AttachOptions {
  pages: PlatformPages;
  client: Client;
  doc: Document;
  win: SessionWindow;
  /** Same-origin top document, else `doc`. */
  topDoc: Document;
  /** Address of the top page, as far as this frame may see it. */
  url(): URL;
  now(): number;
  screen: Screen;
  signal: AbortSignal;
  /** Ends everything: called when this script outlived its extension. */
  end(): void;
}

export function attach(options: AttachOptions): Session {
  const { client, doc, now, pages, screen, signal } = options;
  const book = createVerdictBook();
  const time = createSelfTime(options.win.performance);
  let shown: { rows: PageReading['rows']; reading?: PageReading } = { rows: [] };
  /** One message at a time: replies then arrive in the order of the page's states. */
  let queue: Promise<void> = Promise.resolve();
  let asking = false;

  const session = startSession({
    ...options,
    readers: pages.readers,
    more: pages.kindOfMore && {
      kindOf: pages.kindOfMore,
      load: (kind) =>
        receiveReaders(async () => settle(await client.send('load-readers', { kind }))),
    },
    onReading: (reading, seenMs) => enqueue(() => ingest(reading, seenMs)),
    onRows: (rows, reading) => {
      shown = { rows, reading };
      draw();
      ask();
    },
    onUnreadable: (health, seenMs, shop) => {
      notify({ code: 'broken' });
      enqueue(async () => {
        settle(await time('send', () => client.send('report-health', { shop, seenMs, health })));
      });
    },
  });
  signal.addEventListener('abort', () => screen.clear(), { once: true });
  return session;

  function enqueue(work: () => Promise<void>): void {
    queue = queue.then(() => (signal.aborted ? undefined : work()));
  }

  async function ingest(reading: PageReading, seenMs: number): Promise<void> {
    const { kind, shop, records, list, health } = reading;
    const page = { kind, shop, seenMs, records, list, health };
    // A task of its own: copying a hundred records takes its time too.
    await new Promise<void>((resolve) => options.win.setTimeout(resolve, 0));
    if (signal.aborted) return;
    const reply = await time('send', () => client.send('ingest-page', page));
    if (!settle(reply)) return;
    if (shop) book.learn(shop, reply.value.verdicts, now());
    const refused = reply.value.refused.length;
    notify(refused > 0 ? { code: 'refused', count: refused } : undefined);
    draw();
  }

  /** Asks for verdicts of rows on screen that are unknown or old: paging back, waking up, another tab's news. */
  function ask(): void {
    const { rows, reading } = shown;
    const shop = reading?.shop;
    if (asking || !shop || doc.hidden) return;
    asking = true;
    enqueue(async () => {
      asking = false;
      const wanted = book.wanting(shop, shown.rows, now());
      if (wanted.length === 0 || rows.length === 0) return;
      const reply = await time('send', () => client.send('get-verdicts', { shop, rows: wanted }));
      if (!settle(reply)) return;
      book.learn(shop, reply.value.verdicts, now());
      draw();
    });
  }

  function draw(): void {
    if (signal.aborted) return;
    const shop = shown.reading?.shop;
    time('draw', () => screen.badges(shown.rows, shop ? book.of(shop, shown.rows) : []));
  }

  function notify(notice: Notice | undefined): void {
    if (!signal.aborted) screen.notice(notice);
  }

  /** One place for what a failed message means. True when there is a value to use. */
  function settle<R extends Reply<RequestType>>(reply: R): reply is Extract<R, { ok: true }> {
    if (reply.ok) return true;
    if (reply.code === 'gone') {
      notify({ code: 'outdated' });
      options.end();
    } else if (reply.code === 'quota') notify({ code: 'disk-full' });
    else if (reply.code === 'incognito') notify({ code: 'incognito' });
    else if (reply.code === 'no-shop') notify({ code: 'which-shop' });
    else if (reply.code === 'other-shop') {
      notify({ code: 'refused', count: shown.rows.length });
    }
    return false;
  }
}
