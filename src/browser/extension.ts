/**
 * Browser APIs for the background and the extension's own pages: the only importer of
 * webextension-polyfill, which throws when loaded outside an extension. So only entrypoints import
 * this file; everything else takes what it needs as an argument.
 */
import browser, { type Runtime } from 'webextension-polyfill';

export type MessageListener = (
  message: unknown,
  sender: Runtime.MessageSender,
  sendResponse: (answer: unknown) => void,
) => true;

/** Our own id and origin, which senders are checked against. */
export function ownIdentity(): { extensionId: string; extensionOrigin: string } {
  const origin = new URL(browser.runtime.getURL('')).origin;
  return { extensionId: browser.runtime.id, extensionOrigin: origin };
}

/** Every message goes to one listener; it answers through `sendResponse`, now or later. */
export function onMessage(listener: MessageListener): void {
  browser.runtime.onMessage.addListener(listener);
}

export function sendMessage(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** False in a page that outlived its extension. */
export function isExtensionAlive(): boolean {
  return typeof browser.runtime?.id === 'string';
}

/** Address of one of our own pages. */
export function pageUrl(path: string): string {
  return browser.runtime.getURL(path);
}

/** As the manifest names it. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

/** Key-value area of this browser profile; values are plain data. */
export interface KeyValueArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** Survives restarts: mirror and settings. */
export const localArea: KeyValueArea = {
  get: (keys) => browser.storage.local.get(keys),
  set: (values) => browser.storage.local.set(values),
  remove: (keys) => browser.storage.local.remove(keys),
};

/** Survives the worker's death, not the browser's: which tab shows which shop. */
export const sessionArea: KeyValueArea = {
  get: (keys) => browser.storage.session.get(keys),
  set: (values) => browser.storage.session.set(values),
  remove: (keys) => browser.storage.session.remove(keys),
};

/** Calls back with the keys of storage.local that changed; returns the unsubscriber. */
export function onLocalChange(handle: (keys: string[]) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local') handle(Object.keys(changes));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** What the toolbar button shows; with `tabId` for that tab only, until it navigates. */
export interface ToolbarFace {
  text: string;
  title: string;
  /** CSS colour of the badge's ground. */
  color: string;
}

/** A tab may close meanwhile: then there is nothing to paint, and that is no error. */
export async function paintToolbar(face: ToolbarFace, tabId?: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ text: face.text, tabId });
    await browser.action.setBadgeBackgroundColor({ color: face.color, tabId });
    await browser.action.setTitle({ title: face.title, tabId });
  } catch (error) {
    if (tabId === undefined) throw error;
  }
}

export function onTabRemoved(handle: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => handle(tabId));
}

/** The tab before the merchant's eyes. Its address is known only on hosts that the manifest names. */
export async function findActiveTab(): Promise<{ id?: number; url?: string } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab && { id: tab.id, url: tab.url };
}

/** Undefined for a tab that is closed or on a host that the manifest does not name. */
export async function findTabUrl(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).url;
  } catch {
    return undefined;
  }
}

/**
 * Runs a file of this extension in one frame, in the same isolated world as its content script there.
 * @throws when the frame is gone or its page is not among the manifest's hosts.
 */
export async function runScript(tabId: number, frameId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
}

/**
 * Runs a file of this extension in a tab's top frame, in the content scripts' isolated world.
 * @returns the file's value, as the browser clones it
 * @throws when the tab is gone or its page is not among the manifest's hosts.
 */
export async function runForValue(tabId: number, file: string): Promise<unknown> {
  const target = { tabId, frameIds: [0] };
  const [frame] = await browser.scripting.executeScript({ target, files: [file] });
  return frame?.result;
}

/** Open tabs on hosts that the manifest names, by match patterns; latest used first. */
export async function findTabs(
  patterns: string[],
): Promise<{ id?: number; url?: string; title?: string }[]> {
  const tabs = await browser.tabs.query({ url: patterns });
  return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Calls back once, when the extension was installed (not updated). */
export function onFirstInstall(handle: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') handle();
  });
}

/** What may still be stored: of the disk, since our storage is unlimited. Undefined when it is not told. */
export async function roomBytes(): Promise<number | undefined> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

/** One periodic alarm; creating it again with the same period changes nothing. */
export async function ensureAlarm(name: string, periodInMinutes: number): Promise<void> {
  const existing = await browser.alarms.get(name);
  if (existing?.periodInMinutes === periodInMinutes) return;
  browser.alarms.create(name, { periodInMinutes });
}

export function onAlarm(handle: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => handle(alarm.name));
}
