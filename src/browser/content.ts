/**
 * Browser APIs of a content script, straight from the native namespace: the polyfill would cost every
 * merchant page 10 kB. Nothing here throws when the extension was updated or removed under the page
 * except `sendMessage`, whose error the message client reads.
 */
interface ContentApi {
  runtime?: { id?: string; sendMessage?(message: unknown): Promise<unknown> };
  storage?: {
    local?: { get(key: string): Promise<Record<string, unknown>> };
    onChanged?: Heard<(changes: Record<string, unknown>, area: string) => void>;
  };
}

interface Heard<T> {
  addListener(listener: T): void;
  removeListener(listener: T): void;
}

/** Looked up at each use: after an update the old page keeps a namespace that lost its `runtime`. */
function api(): ContentApi | undefined {
  const scope = globalThis as { browser?: ContentApi; chrome?: ContentApi };
  return scope.browser?.runtime ? scope.browser : scope.chrome;
}

/** False once this script outlived its extension: reload, update, removal. */
export function isExtensionAlive(): boolean {
  try {
    return typeof api()?.runtime?.id === 'string';
  } catch {
    return false;
  }
}

/** @throws whatever the browser says when nobody answered or the extension is gone. */
export async function sendMessage(message: unknown): Promise<unknown> {
  const send = api()?.runtime?.sendMessage;
  if (!send) throw new Error('Extension context invalidated');
  return send.call(api()?.runtime, message);
}

/** One value of storage.local (settings), or undefined. */
export async function readLocal(key: string): Promise<unknown> {
  const stored = await api()?.storage?.local?.get(key);
  return stored?.[key];
}

/** Calls back when this value of storage.local changed, until the signal aborts. */
export function onLocalChange(key: string, changed: () => void, signal: AbortSignal): void {
  const heard = api()?.storage?.onChanged;
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && key in changes) changed();
  };
  heard?.addListener(listener);
  signal.addEventListener('abort', () => heard?.removeListener(listener), { once: true });
}
