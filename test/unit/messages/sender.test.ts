import { describe, expect, it } from 'vitest';
import { classifySender, matchesOrigin } from '../../../src/messages/sender';

const own = { extensionId: 'ours', extensionOrigin: 'chrome-extension://ours' };
const platforms = [
  { id: 'one', hosts: ['https://seller.example.com/*'] },
  { id: 'two', hosts: ['*://*.mall.example.org/*'] },
];
const classify = (sender: Parameters<typeof classifySender>[0]) =>
  classifySender(sender, own, platforms);

describe('the sender of a message', () => {
  it('is a content script by our id and a registry origin', () => {
    expect(
      classify({ id: 'ours', origin: 'https://seller.example.com', tab: { id: 4 }, frameId: 2 }),
    ).toEqual({
      from: 'content',
      platform: 'one',
      host: 'seller.example.com',
      tabId: 4,
      frameId: 2,
    });
  });

  it('is one of our pages by our origin, in a tab or not', () => {
    const page = {
      id: 'ours',
      origin: 'chrome-extension://ours',
      url: 'chrome-extension://ours/popup.html',
    };
    expect(classify(page)).toEqual({ from: 'page' });
    expect(classify({ ...page, tab: { id: 1 } })).toEqual({ from: 'page' });
    expect(classify({ id: 'ours', origin: 'moz-extension://ours' })).toBeUndefined();
  });

  it('is told by the address where a browser gives no origin, never against the origin', () => {
    expect(classify({ id: 'ours', url: 'https://seller.example.com/orders' })).toMatchObject({
      platform: 'one',
    });
    expect(
      classify({
        id: 'ours',
        origin: 'https://evil.example.net',
        url: 'https://seller.example.com/orders',
      }),
    ).toBeUndefined();
  });

  it.each([
    ['another extension', { id: 'theirs', origin: 'https://seller.example.com' }],
    ['no id', { origin: 'https://seller.example.com' }],
    ['no origin, no address', { id: 'ours' }],
    ['an opaque origin', { id: 'ours', origin: 'null', url: 'https://seller.example.com/' }],
    ['a lookalike host', { id: 'ours', origin: 'https://seller.example.com.evil.net' }],
    ['a lookalike prefix', { id: 'ours', origin: 'https://evilmall.example.org' }],
    ['another scheme', { id: 'ours', origin: 'http://seller.example.com' }],
  ])('is refused: %s', (_, sender) => {
    expect(classify(sender)).toBeUndefined();
  });
});

describe('match patterns', () => {
  it.each([
    ['https://a.example/*', 'https://a.example', true],
    ['https://a.example/*', 'https://b.a.example', false],
    ['https://*.a.example/*', 'https://b.a.example', true],
    ['https://*.a.example/*', 'https://a.example', true],
    ['https://*.a.example/*', 'https://xa.example', false],
    ['*://a.example/*', 'http://a.example', true],
    ['*://a.example/*', 'ftp://a.example', false],
    ['https://a.example/*', 'https://a.example:8443', true],
    ['<all_urls>', 'https://a.example', false],
  ])('%s on %s: %s', (pattern, origin, expected) => {
    expect(matchesOrigin(pattern, origin)).toBe(expected);
  });
});
