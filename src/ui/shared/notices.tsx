import type { Notice } from '../popup/popup-view';
import { TabLink } from './link';

export function Notices({ notices, open }: { notices: Notice[]; open(url: string): void }) {
  if (notices.length === 0) return null;
  return (
    <div class="notices" role="status">
      {notices.map((notice) => (
        <div class="notice" data-tone={notice.tone} key={notice.text}>
          <p>{notice.text}</p>
          {notice.detail && <p class="quiet">{notice.detail}</p>}
          {notice.link && (
            <TabLink url={notice.link.url} open={open}>
              {notice.link.label}
            </TabLink>
          )}
        </div>
      ))}
    </div>
  );
}
