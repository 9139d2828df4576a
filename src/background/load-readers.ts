/** Puts a platform's second content script into the frame that asks for it (docs/architecture.md). */
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
  return async (_request, { platform, tabId, frameId }) => {
    const file = platforms.find(({ id }) => id === platform)?.moreReadersFile;
    if (!file || tabId === undefined || frameId === undefined) {
      throw new CodedError('bad-message', 'there is no second script for this page');
    }
    await runScript(tabId, frameId, file);
    return {};
  };
}
