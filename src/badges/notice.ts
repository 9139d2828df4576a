/** One line in a free corner of the page when it could not be read or nothing can be stored: never in silence. */
import type { BadgeText } from './catalogue';
import { applyNoticeStyle } from './notice-style';
import { keepAside } from './step-aside';

export const NOTICE_TAG = 'scorelens-notice';

export type Notice =
  | { code: 'broken' | 'disk-full' | 'outdated' | 'incognito' | 'which-shop' }
  | { code: 'refused'; count: number };

const dismissed = new WeakMap<Document, Set<string>>();

/** Shows the notice, or takes it away when there is none. A dismissed code stays away until reload. */
export function drawNotice(
  notice: Notice | undefined,
  { doc, t }: { doc: Document; t: BadgeText },
): void {
  const shown = doc.querySelector(NOTICE_TAG);
  if (!notice || dismissed.get(doc)?.has(notice.code)) {
    shown?.remove();
    return;
  }
  const text =
    notice.code === 'refused'
      ? t('notice.refused', { count: notice.count })
      : t(`notice.${notice.code}`);
  if (shown?.getAttribute('data-text') === text) return;
  shown?.remove();
  const host = createNotice(notice, text, doc, t);
  doc.body.append(host);
  keepAside(host, doc);
}

function createNotice(notice: Notice, text: string, doc: Document, t: BadgeText): HTMLElement {
  const host = doc.createElement(NOTICE_TAG);
  host.setAttribute('data-notice', notice.code);
  host.setAttribute('data-text', text);
  const root = host.attachShadow({ mode: 'open' });
  applyNoticeStyle(root, doc);
  const box = doc.createElement('div');
  box.setAttribute('role', 'status');
  const title = doc.createElement('strong');
  title.textContent = t('notice.title');
  const line = doc.createElement('span');
  line.textContent = text;
  const close = doc.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.setAttribute('aria-label', t('card.close'));
  close.addEventListener('click', () => {
    const codes = dismissed.get(doc) ?? new Set();
    dismissed.set(doc, codes.add(notice.code));
    host.remove();
  });
  box.append(title, line, close);
  root.append(box);
  return host;
}
