/** The merchant's choices in a page that shows them: they may be changed in another page at the same time. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Preferences } from '../../core/preferences';

export interface PreferencePorts {
  readPreferences(): Promise<Preferences>;
  savePreferences(chosen: Preferences): Promise<void>;
  /** Calls back when stored data changed; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

type Save = (change: Partial<Preferences>) => Promise<void>;

/**
 * What is chosen now, undefined until it was read; and how to change some of it. Whatever else another
 * page has changed meanwhile stays.
 */
export function usePreferences(ports: PreferencePorts): [Preferences | undefined, Save] {
  const [chosen, setChosen] = useState<Preferences>();
  /** One change after the other: each is made of what the one before has stored. */
  const last = useRef<Promise<void>>(Promise.resolve());
  /** The look whose answer counts: an earlier one may tell of what a change has just replaced. */
  const look = useRef(0);
  const read = useCallback((): void => {
    look.current += 1;
    const own = look.current;
    ports.readPreferences().then(
      (found) => own === look.current && setChosen(found),
      () => {},
    );
  }, [ports]);
  const pending = useRef(0);
  useEffect(() => {
    read();
    const stop = ports.subscribe(() => pending.current === 0 && read());
    return () => {
      look.current += 1;
      stop();
    };
  }, [ports, read]);
  const save: Save = (change) => {
    look.current += 1;
    pending.current += 1;
    setChosen((before) => before && { ...before, ...change });
    const work = last.current.then(async () =>
      ports.savePreferences({ ...(await ports.readPreferences()), ...change }),
    );
    last.current = work
      .catch(() => {})
      .then(() => {
        pending.current -= 1;
        if (pending.current === 0) read();
      });
    return work;
  };
  return [chosen, save];
}
