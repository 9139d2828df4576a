/**
 * How a script with readers hands them to the first script of its frame: both run in this extension's isolated
 * world of the frame, which no page can reach.
 */
import type { MoreReaders } from '../platforms/types';

const DOOR = Symbol.for('scorelens:more-readers');
type Scope = { [DOOR]?: (more: MoreReaders) => void };

/** Such a script's only act. Nobody waiting (a first script that has ended) is no error. */
export function handOver(more: MoreReaders): void {
  (globalThis as Scope)[DOOR]?.(more);
}

/** Lets one script in; undefined when it did not come. `ask` ends after it has run. */
export async function receiveReaders(
  ask: () => Promise<unknown>,
): Promise<MoreReaders | undefined> {
  let received: MoreReaders | undefined;
  const scope = globalThis as Scope;
  const receive = (more: MoreReaders): void => {
    received = more;
  };
  scope[DOOR] = receive;
  await ask();
  if (scope[DOOR] === receive) delete scope[DOOR];
  return received;
}
