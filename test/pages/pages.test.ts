// @vitest-environment happy-dom
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { contextOf, getReader, listCases, loadCase } from './case';
import { platformOf, readIn, readWith } from './case-reading';
import { walkCases } from './walk';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

walkCases('happy-dom', async (page) => readIn(page, contextOf(page, parse)));

describe('addresses', () => {
  it.each(listCases())('%s: belongs to one reader by its address', (name) => {
    const page = loadCase(name);
    const url = new URL(page.about.url);
    const matching = platformOf(page).readers.filter((reader) => reader.matches(url));
    expect(matching).toEqual([getReader(page)]);
  });
  it.each(listCases())('%s: brings the second script if and only if it is needed', (name) => {
    const page = loadCase(name);
    const context = contextOf(page, parse);
    const { pages } = platformOf(page);
    const first = pages.readers.find((reader) => reader.matches(context.url));
    const alone = first && readWith(first, contextOf(page, parse));
    const isEnough = first !== undefined && isDeepStrictEqual(alone, readIn(page, context));
    // Where neither can read, asking the second was worth a try.
    const isUnread = Object(alone?.readable?.health).verdict === 'broken';
    if (isEnough && isUnread) return;
    expect(pages.kindOfMore?.(context)).toBe(isEnough ? undefined : page.about.reader);
  });
});
