/** Whether the browser lets us read these hosts: people and policies may withdraw what the manifest asks. */
import browser from 'webextension-polyfill';

export function hasSiteAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Asks the user; only from a click. False when refused. */
export function askSiteAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}
