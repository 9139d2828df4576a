/** In-memory stand-ins for the browser's areas and messaging: values are cloned as a browser would. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { startBackground } from '../../../src/background/start';
import type { Face } from '../../../src/background/toolbar';
import { choosePack } from '../../../src/core/choose-pack';
import { buildReport } from '../../../src/core/report';
import { createClient } from '../../../src/messages/client';
import type { Envelope } from '../../../src/messages/contract';
import type { RawSender } from '../../../src/messages/sender';
import type { Platform } from '../../../src/platforms/types';
import { createDatabase } from '../../../src/store/database';
import { createUiPorts } from '../../../src/ui/bind-ports';
import { NOW } from './builders';
import { samplePlatform } from './sample-platform';

export const EXTENSION_ID = 'abcdefghijklmnopabcdefghijklmnop';
export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;
/** The sources that worker and pages were made from. */
export const BUILD = 'test';
export const PAGE_ORIGIN = 'https://seller.example.com';

export class MemoryArea {
  readonly values = new Map<string, string>();
  writes = 0;
  failWith: Error | undefined;
  /** As the browser's own event does it: after the write. */
  readonly listeners = new Set<(keys: string[]) => void>();

  async get(keys: string | string[] | null): Promise<Record<string, unknown>> {
    const wanted = keys === null ? [...this.values.keys()] : [keys].flat();
    return Object.fromEntries(
      wanted.flatMap((key) => {
        const text = this.values.get(key);
        return text === undefined ? [] : [[key, JSON.parse(text)]];
      }),
    );
  }
  async set(values: Record<string, unknown>): Promise<void> {
    if (this.failWith) throw this.failWith;
    this.writes += 1;
    for (const [key, value] of Object.entries(values)) this.values.set(key, JSON.stringify(value));
    this.tell(Object.keys(values));
  }
  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.values.delete(key);
    this.tell([keys].flat());
  }
  onChange(handle: (keys: string[]) => void): () => void {
    this.listeners.add(handle);
    return () => this.listeners.delete(handle);
  }
  private tell(keys: string[]): void {
    for (const handle of this.listeners) handle(keys);
  }
}

/** What outlives a service worker: disk, storage areas, the browser's window. */
export interface World {
  indexedDB: IDBFactory;
  local: MemoryArea;
  session: MemoryArea;
  /** Of the disk; unknown unless a test says. */
  roomBytes?: number;
  faces: Map<number | 'default', Face>;
  tabUrls: Map<number, string>;
  /** Scripts put into frames: tab, frame, file. */
  scripts: [tabId: number, frameId: number, file: string][];
  platform: Platform;
  nowMs: number;
  /** The optional permission; desktop notes shown; addresses opened. */
  mayNotify: boolean;
  notes: { id: string; title: string; text: string }[];
  opened: string[];
  errors: unknown[];
}

export const createWorld = (platform: Platform = samplePlatform): World => ({
  indexedDB: new IDBFactory(),
  local: new MemoryArea(),
  session: new MemoryArea(),
  faces: new Map(),
  tabUrls: new Map(),
  scripts: [],
  platform,
  nowMs: NOW,
  mayNotify: true,
  notes: [],
  opened: [],
  errors: [],
});

export const openWorldDatabase = (world: World) =>
  createDatabase({ indexedDB: world.indexedDB, IDBKeyRange });

export const contentSender = (tabId = 1, origin = PAGE_ORIGIN): RawSender => ({
  id: EXTENSION_ID,
  origin,
  url: `${origin}/orders`,
  tab: { id: tabId },
  frameId: 0,
});

export const pageSender: RawSender = {
  id: EXTENSION_ID,
  origin: EXTENSION_ORIGIN,
  url: `${EXTENSION_ORIGIN}/popup.html`,
};

/** The ports of popup and dashboard, talking to this worker. */
export const uiOf = (world: World, worker: Worker, tab?: { id: number; url: string }) =>
  createUiPorts({
    browser: {
      localArea: world.local,
      sessionArea: world.session,
      onLocalChange: (handle) => world.local.onChange(handle),
      findActiveTab: async () => tab,
      openTab: async () => {},
      pageUrl: (path) => `${EXTENSION_ORIGIN}/${path}`,
      sendMessage: (message) => worker.post(message, pageSender),
      isExtensionAlive: () => true,
    },
    platforms: [world.platform],
    now: () => world.nowMs,
    copyText: async () => {},
  });

/** One life of the service worker. */
export function startWorker(world: World) {
  const db = openWorldDatabase(world);
  type Listener = (message: unknown, sender: RawSender, answer: (value: unknown) => void) => true;
  const listeners: {
    message?: Listener;
    alarm?: (name: string) => void;
    removed?: (id: number) => void;
    noteClicked?: (id: string) => void;
    local?: (keys: string[]) => void;
  } = {};
  const background = startBackground({
    extension: {
      ownIdentity: () => ({ extensionId: EXTENSION_ID, extensionOrigin: EXTENSION_ORIGIN }),
      onMessage: (listener) => {
        listeners.message = listener as unknown as Listener;
      },
      onAlarm: (listener) => {
        listeners.alarm = listener;
      },
      onTabRemoved: (listener) => {
        listeners.removed = listener;
      },
      ensureAlarm: async () => {},
      findTabUrl: async (tabId) => world.tabUrls.get(tabId),
      paintToolbar: async (face, tabId) => {
        world.faces.set(tabId ?? 'default', face);
      },
      runScript: async (...script) => {
        world.scripts.push(script);
      },
      localArea: world.local,
      roomBytes: async () => world.roomBytes,
      onLocalChange: (handle) => {
        world.local.listeners.add(handle);
        listeners.local = handle;
        return () => world.local.listeners.delete(handle);
      },
      sessionArea: world.session,
      openTab: async (url) => {
        world.opened.push(url);
      },
      onFirstInstall: () => {},
      pageUrl: (path) => `${EXTENSION_ORIGIN}/${path}`,
    },
    notifications: {
      mayNotify: async () => world.mayNotify,
      showNote: async (note) => {
        world.notes.push(note);
      },
      onNoteClicked: (listener) => {
        listeners.noteClicked = listener;
      },
    },
    platforms: [world.platform],
    db,
    buildReport,
    choosePack,
    build: BUILD,
    nowMs: () => world.nowMs,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 50)),
    onError: (error) => world.errors.push(error),
  });

  const post = (message: unknown, sender: RawSender = contentSender()): Promise<Envelope<any>> =>
    new Promise((resolve) => {
      // A message is serialised on the way, in both directions.
      const copy = message === undefined ? undefined : JSON.parse(JSON.stringify(message));
      listeners.message?.(copy, sender, (answer) => resolve(JSON.parse(JSON.stringify(answer))));
    });

  return {
    db,
    ...background,
    listeners,
    post,
    client: (tabId = 1) =>
      createClient({
        sendMessage: (message) => post(message, contentSender(tabId)),
        isExtensionAlive: () => true,
        sleep: async () => {},
      }),
    async settle() {
      await background.maintain();
      await background.mirror.settled();
    },
    /** The worker dies: its connections close, its memory is gone. */
    kill() {
      if (listeners.local) world.local.listeners.delete(listeners.local);
      db.close();
    },
  };
}

export type Worker = ReturnType<typeof startWorker>;
