/** What the dashboard asks of open back-end pages. */
import type { Platform } from '../../platforms/types';
import type { DashboardPorts } from '../ports';

export interface TabBrowser {
  findTabs(patterns: string[]): Promise<{ id?: number; url?: string; title?: string }[]>;
  runForValue(tabId: number, file: string): Promise<unknown>;
}

export function createTabPorts(
  browser: TabBrowser,
  platforms: readonly Platform[],
): Pick<DashboardPorts, 'listBackendTabs' | 'readSkeleton'> {
  return {
    async listBackendTabs() {
      const lists = await Promise.all(
        platforms
          .filter(({ skeletonFile }) => skeletonFile)
          .map(async ({ id: platform, hosts }) =>
            (await browser.findTabs(hosts)).flatMap(({ id, url, title }) =>
              id === undefined ? [] : [{ id, platform, title: title || url || String(id) }],
            ),
          ),
      );
      return lists.flat();
    },
    async readSkeleton({ id, platform }) {
      const file = platforms.find((each) => each.id === platform)?.skeletonFile;
      const text = file && (await browser.runForValue(id, file));
      if (typeof text !== 'string' || text === '') throw new Error('the page gave no skeleton');
      return text;
    },
  };
}
