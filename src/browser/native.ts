/**
 * The browser's own namespace. It answers with promises in every browser that the manifest allows, so the
 * polyfill, 10 kB that the popup waited for, has nothing left to do (docs/decisions/002).
 */
import type { Browser } from 'webextension-polyfill';

const scope = globalThis as unknown as { browser?: Browser; chrome: Browser };

/** `browser` where there is one (Firefox; Chromium has it in some contexts only), else `chrome`. */
export const browser: Browser = scope.browser?.runtime ? scope.browser : scope.chrome;
