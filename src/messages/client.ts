/**
 * The sending side, for content scripts and pages: no validator, no polyfill. Every request of the
 * contract may be sent twice without harm, so a request that was never answered is sent again.
 */
import type { Envelope, Requests, RequestType } from './contract';

/** `gone`: this script outlived its extension. Stop quietly and take our own nodes away. */
export type Gone = { ok: false; code: 'gone'; message: string };
export type Reply<K extends RequestType> = Envelope<Requests[K]['reply']> | Gone;

export interface Transport {
  /** Rejects with the browser's own error when nobody answered. */
  sendMessage(message: unknown): Promise<unknown>;
  isExtensionAlive(): boolean;
  sleep(ms: number): Promise<void>;
}

export interface Client {
  send<K extends RequestType>(
    type: K,
    request: Omit<Requests[K]['request'], 'type'>,
  ): Promise<Reply<K>>;
}

/** A killed worker answers again in under a second (measured 65–358 ms), a busy store in a few. */
const PAUSES_MS = [80, 400, 1500];

const gone = (message: string): Gone => ({ ok: false, code: 'gone', message });

export function createClient(transport: Transport): Client {
  async function attempt(message: unknown): Promise<Envelope<unknown> | Gone> {
    if (!transport.isExtensionAlive()) return gone('the extension is not there any more');
    try {
      const answer = await transport.sendMessage(message);
      if (isEnvelope(answer)) return answer;
      return { ok: false, code: 'store-unavailable', message: 'nobody answered' };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      // A TypeError is what reading a vanished `runtime` throws.
      if (/context invalidated/i.test(text) || !transport.isExtensionAlive()) return gone(text);
      if (isWorkerDeath(text)) return { ok: false, code: 'store-unavailable', message: text };
      return { ok: false, code: 'internal', message: text };
    }
  }

  return {
    async send(type, request) {
      const message = { ...request, type };
      let answer = await attempt(message);
      for (const pause of PAUSES_MS) {
        if (answer.ok || answer.code !== 'store-unavailable') break;
        await transport.sleep(pause);
        answer = await attempt(message);
      }
      return answer as Reply<typeof type>;
    },
  };
}

/** How browsers word a worker that died before or while answering. */
function isWorkerDeath(text: string): boolean {
  return /message (channel|port) closed|receiving end does not exist|could not establish connection/i.test(
    text,
  );
}

function isEnvelope(answer: unknown): answer is Envelope<unknown> {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    typeof (answer as { ok?: unknown }).ok === 'boolean'
  );
}
