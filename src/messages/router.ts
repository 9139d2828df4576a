/**
 * The receiving side: a table of handlers, one row per message type. No row, a sender without the
 * right, or a message its schema refuses: an answer in the envelope, and nothing else happens.
 */
import {
  type AnyRequest,
  type Envelope,
  PAGE_REQUESTS,
  type Requests,
  type RequestType,
} from './contract';
import { CodedError, success, toFailure } from './envelope';
import type { ContentSender, PageSender, RawSender, Sender } from './sender';

export type Handler<K extends RequestType> = (
  request: Requests[K]['request'],
  sender: K extends 'check-mirror' ? PageSender : ContentSender,
) => Promise<Requests[K]['reply']>;

export interface RouterParts {
  /** Kind of sender, or undefined to refuse. */
  classify(sender: RawSender): Sender | undefined;
  /** @throws CodedError `bad-message` */
  parse(message: unknown): AnyRequest;
}

export interface Router {
  /**
   * Requests for a back-end page come from content scripts alone, whose platform is that of their origin;
   * those of our own pages (`PAGE_REQUESTS`) from them alone.
   * @throws when the type already has a handler: two meanings of one message are a bug.
   */
  handle<K extends RequestType>(type: K, handler: Handler<K>): void;
  /** Answers always, never rejects. */
  dispatch(message: unknown, sender: RawSender): Promise<Envelope<unknown>>;
  /**
   * For `runtime.onMessage`: answers through `sendResponse` and returns `true`. Returned promises are
   * not used: a thenable that is no native promise (Dexie's) answers `undefined` in Chromium 156.
   * @param ready awaited first: the worker may have been woken by this very message.
   */
  listener(
    message: unknown,
    sender: RawSender,
    sendResponse: (answer: unknown) => void,
    ready?: Promise<unknown>,
  ): true;
}

export function createRouter(parts: RouterParts): Router {
  const handlers = new Map<RequestType, Handler<RequestType>>();

  async function run(message: unknown, rawSender: RawSender): Promise<unknown> {
    const sender = parts.classify(rawSender);
    if (!sender) throw new CodedError('bad-sender', 'nobody we know');
    const request = parts.parse(message);
    if (PAGE_REQUESTS.has(request.type) !== (sender.from === 'page')) {
      throw new CodedError('bad-sender', `not one to send ${request.type}`);
    }
    const handler = handlers.get(request.type);
    if (!handler) throw new CodedError('bad-message', `nobody handles ${request.type}`);
    const shop = 'shop' in request ? request.shop : undefined;
    if (sender.from === 'content' && shop && shop.platform !== sender.platform) {
      throw new CodedError('bad-sender', 'the shop is of another platform than the page');
    }
    return handler(request, sender as never);
  }

  const dispatch: Router['dispatch'] = async (message, sender) => {
    try {
      return success(await run(message, sender));
    } catch (error) {
      return toFailure(error);
    }
  };

  return {
    handle(type, handler) {
      if (handlers.has(type)) throw new Error(`two handlers for ${type}`);
      handlers.set(type, handler as unknown as Handler<RequestType>);
    },
    dispatch,
    listener(message, sender, sendResponse, ready) {
      const start = ready ?? Promise.resolve();
      // Settings that cannot be read leave the defaults: no reason to leave the page unanswered.
      void start
        .catch(() => {})
        .then(() => dispatch(message, sender))
        .then(sendResponse);
      return true;
    },
  };
}
