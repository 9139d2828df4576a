/** Desktop notifications: an optional permission, asked for when alerts are switched on. */
import browser from 'webextension-polyfill';

const PERMISSION: { permissions: ['notifications'] } = { permissions: ['notifications'] };

export interface DesktopNote {
  /** The same id replaces what it showed before. */
  id: string;
  title: string;
  text: string;
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks the user; only from a click. False when refused. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** @throws when the browser refuses: no permission, no notification service. */
export async function showNote({ id, title, text }: DesktopNote): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title,
    message: text,
  });
}

/**
 * Calls back with the id of a note that was clicked. Without the permission there is nothing to hear:
 * then once it is given.
 */
export function onNoteClicked(handle: (id: string) => void): void {
  let heard = false;
  const listen = (): void => {
    if (heard || !browser.notifications?.onClicked) return;
    heard = true;
    browser.notifications.onClicked.addListener((id) => {
      void browser.notifications.clear(id);
      handle(id);
    });
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
