// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { doudianPages } from '../../src/platforms/doudian/pages';
import { contextOf, getReader, listCases, loadCase } from './case';
import { readIn } from './case-reading';
import { walkCases } from './walk';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

walkCases('happy-dom', async (page) => readIn(page, contextOf(page, parse)));

describe('addresses', () => {
  it.each(listCases())('%s: belongs to one reader by its address', (name) => {
    const page = loadCase(name);
    const url = new URL(page.about.url);
    const matching = doudianPages.readers.filter((reader) => reader.matches(url));
    expect(matching).toEqual([getReader(page)]);
  });
});
