/** Which nodes of a page changed since they were last asked for, so that only what lies around them is read again. */

export interface Changed {
  /** Nodes whose own text or children changed. */
  inside: Set<Node>;
  /** Nodes that were put in, perhaps back after a time out of sight. */
  added: Set<Node>;
}

export interface Changes {
  /** What changed since the last call; undefined: too much to tell. */
  take(): Changed | undefined;
  /** Grows with every change: while it stands, a look at the page's structure need not be repeated. */
  readonly version: number;
}

export interface ChangeLog extends Changes {
  add(changed: Changed): void;
}

/** A page that was rendered anew: reading everything is cheaper than looking each node up. */
const MAX_NODES = 3_000;

export const noChange = (): Changed => ({ inside: new Set(), added: new Set() });

/** Whoever holds the same log as at its last reading has missed nothing in between. */
export function createChangeLog(): ChangeLog {
  let log: Changed | undefined = noChange();
  let version = 0;
  return {
    get version() {
      return version;
    },
    add: ({ inside, added }) => {
      version += 1;
      for (const node of inside) log?.inside.add(node);
      for (const node of added) log?.added.add(node);
      if (log && log.inside.size + log.added.size > MAX_NODES) log = undefined;
    },
    take: () => {
      const taken = log;
      log = noChange();
      return taken;
    },
  };
}
