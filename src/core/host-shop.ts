/**
 * Pages that name no shop (chat statistics on a host of their own): the merchant says once whose they are.
 * What is stored under a host is theirs to say; nothing is ever guessed from it.
 */
import type { PageKind } from './entities';

export const HOST_SHOP_PREFIX = 'settings:host-shop:';
/** Pages of a host that were refused because nobody has said whose they are. */
export const UNCLAIMED_PREFIX = 'unclaimed:';

export interface HostShop {
  platform: string;
  shopId: string;
  /** When the merchant said so. */
  atMs: number;
}

export interface Unclaimed {
  platform: string;
  kind: PageKind;
  seenMs: number;
}

/** A host with what was said of it, or still waiting for that. */
export interface ShoplessHost {
  host: string;
  platform: string;
  kind: PageKind;
  shopId?: string;
  /** The last page of it was refused. */
  isRefused: boolean;
}

/** Whatever was stored; undefined when it says nothing. */
export function readHostShop(stored: unknown): HostShop | undefined {
  const { platform, shopId, atMs } = (stored ?? {}) as Partial<HostShop>;
  return typeof platform === 'string' && typeof shopId === 'string' && typeof atMs === 'number'
    ? { platform, shopId, atMs }
    : undefined;
}

function readUnclaimed(stored: unknown): Unclaimed | undefined {
  const { platform, kind, seenMs } = (stored ?? {}) as Partial<Unclaimed>;
  return typeof platform === 'string' && typeof kind === 'string' && typeof seenMs === 'number'
    ? { platform, kind, seenMs }
    : undefined;
}

/** Hosts that the merchant was or must be asked about. @param stored every key of the area */
export function shoplessHosts(stored: Record<string, unknown>): ShoplessHost[] {
  const hosts = new Map<string, ShoplessHost>();
  for (const [key, value] of Object.entries(stored)) {
    const said = key.startsWith(HOST_SHOP_PREFIX) ? readHostShop(value) : undefined;
    if (!said) continue;
    const host = key.slice(HOST_SHOP_PREFIX.length);
    const { platform, shopId } = said;
    hosts.set(host, { host, platform, shopId, kind: 'chat-stats', isRefused: false });
  }
  for (const [key, value] of Object.entries(stored)) {
    const refused = key.startsWith(UNCLAIMED_PREFIX) ? readUnclaimed(value) : undefined;
    if (!refused) continue;
    const host = key.slice(UNCLAIMED_PREFIX.length);
    const { platform, kind } = refused;
    hosts.set(host, { ...hosts.get(host), host, platform, kind, isRefused: true });
  }
  return [...hosts.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
}
