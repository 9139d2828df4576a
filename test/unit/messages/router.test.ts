import { describe, expect, it, vi } from 'vitest';
import { CodedError, toFailure } from '../../../src/messages/envelope';
import { createRouter } from '../../../src/messages/router';
import type { Sender } from '../../../src/messages/sender';

const shop = { platform: 'one', shopId: 'a', name: 'a' };
const message = { type: 'get-verdicts' as const, shop, rows: [] };
const content: Sender = { from: 'content', platform: 'one', host: 'seller.example.com', tabId: 3 };

const routerFor = (sender: Sender | undefined) =>
  createRouter({ classify: () => sender, parse: () => message });

describe('the router', () => {
  it('answers through sendResponse and says so by returning true', async () => {
    const router = routerFor(content);
    router.handle('get-verdicts', async () => ({ verdicts: [] }));
    const answer = await new Promise((resolve) => {
      expect(router.listener(message, {}, resolve)).toBe(true);
    });
    expect(answer).toEqual({ ok: true, value: { verdicts: [] } });
  });

  it('hands the handler the sender, not what the message says of itself', async () => {
    const router = routerFor(content);
    const handler = vi.fn(async () => ({ verdicts: [] }));
    router.handle('get-verdicts', handler);
    await router.dispatch(message, {});
    expect(handler).toHaveBeenCalledWith(message, content);
  });

  it('refuses a type without a row, a stranger, one of our pages, and another platform', async () => {
    expect(await routerFor(content).dispatch(message, {})).toMatchObject({ code: 'bad-message' });
    for (const sender of [undefined, { from: 'page' as const }, { ...content, platform: 'two' }]) {
      const router = routerFor(sender);
      const handler = vi.fn(async () => ({ verdicts: [] }));
      router.handle('get-verdicts', handler);
      expect(await router.dispatch(message, {})).toMatchObject({ ok: false, code: 'bad-sender' });
      expect(handler).not.toHaveBeenCalled();
    }
  });

  it('does not even read the message of a stranger', async () => {
    const parse = vi.fn(() => message);
    await createRouter({ classify: () => undefined, parse }).dispatch(message, {});
    expect(parse).not.toHaveBeenCalled();
  });

  it('takes no second handler for a type', () => {
    const router = routerFor(content);
    router.handle('get-verdicts', async () => ({ verdicts: [] }));
    expect(() => router.handle('get-verdicts', async () => ({ verdicts: [] }))).toThrow(
      'get-verdicts',
    );
  });
});

describe('an error becomes a code', () => {
  const named = (name: string, text = '', inner?: unknown) =>
    Object.assign(new Error(text), { name, inner });

  it.each([
    [new CodedError('other-shop', 'x'), 'other-shop'],
    [named('QuotaExceededError'), 'quota'],
    [named('AbortError', 'Transaction aborted', named('QuotaExceededError')), 'quota'],
    [
      named('BulkError', 'cases.bulkPut(): 1 of 9 operations failed. Errors: QuotaExceededError'),
      'quota',
    ],
    [named('AbortError', 'Transaction aborted'), 'store-unavailable'],
    [named('DatabaseClosedError'), 'store-unavailable'],
    [named('OpenFailedError', '', named('UnknownError')), 'store-unavailable'],
    [named('TypeError', 'x is not a function'), 'internal'],
    ['a text', 'internal'],
    [undefined, 'internal'],
  ])('%s → %s', (error, code) => {
    expect(toFailure(error)).toMatchObject({ ok: false, code });
  });

  it('survives a wrapper that wraps itself, and is short', () => {
    const circular = named('AbortError', 'x'.repeat(900));
    Object.assign(circular, { inner: circular });
    const answer = toFailure(circular);
    expect(!answer.ok && answer.message.length).toBeLessThanOrEqual(200);
  });
});
