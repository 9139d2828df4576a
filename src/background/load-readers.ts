/** Puts a script with a platform's page readers into the frame that asks for it (docs/architecture.md). */
import { CodedError } from '../messages/envelope';
import type { Handler } from '../messages/router';
import type { Platform } from '../platforms/types';

/**
 * Which file is told by the sender's platform, never by the message. A frame that is gone meanwhile is
 * no error of anybody's: it needs no answer.
 */
export function loadReaders(
  platforms: readonly Platform[],
  runScript: (tabId: number, frameId: number, file: string) => Promise<void>,
): Handler<'load-readers'> {
  return async ({ kind }, { platform, tabId, frameId }) => {
    const files = platforms.find(({ id }) => id === platform)?.moreReadersFile;
    const file = typeof files === 'string' ? files : files?.[kind];
    if (!file || tabId === undefined || frameId === undefined) {
      throw new CodedError('bad-message', 'there is no script for this page');
    }
    await runScript(tabId, frameId, file);
    return {};
  };
}
