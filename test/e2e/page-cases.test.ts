/**
 * The page cases once more, in a real Chromium: parsed by its own parser, under their own address, a
 * frame inside its top document. Same walk, same expectations as in memory.
 */
import path from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import type { PageCase } from '../pages/case';
import type { Case, CaseReading } from '../pages/case-reading';
import { walkCases } from '../pages/walk';

const FRAME = '/page-case-frame';
let browser: Browser;
let page: Page;
let shown: PageCase;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  page = await browser.newPage();
  await page.addInitScript({ content: await bundle() });
  await page.route('**/*', (route) => {
    const { url, top } = { url: new URL(route.request().url()), top: shown.top };
    const isDocument = route.request().resourceType() === 'document';
    if (!isDocument) return route.abort();
    const body = url.pathname === FRAME || top === undefined ? shown.source : withFrame(top);
    // Hostile cases carry scripts: here, too, they are text to be read and nothing that runs.
    const headers = { 'content-security-policy': "script-src 'none'" };
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body });
  });
});
afterAll(() => browser.close());

const withFrame = (top: string): string =>
  top.replace('</body>', `<iframe src="${FRAME}"></iframe></body>`);

/** The readers as one script that defines `pageCases`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.resolve(import.meta.dirname, '../pages/in-page.ts'),
        formats: ['iife'],
        name: 'pageCases',
        fileName: () => 'page-cases.js',
      },
    },
  });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error('the build gave no output');
  return `${result.output[0].code}\nglobalThis.pageCases = pageCases;`;
}

async function read(next: PageCase): Promise<CaseReading> {
  shown = next;
  await page.goto(next.about.url);
  const frame: Frame | undefined =
    next.top === undefined ? page.mainFrame() : page.frames().find((each) => each.parentFrame());
  if (!frame) throw new Error('no frame');
  const { name, about } = next;
  return frame.evaluate(
    (one: Case) => {
      const { contextIn, readIn } = (
        globalThis as unknown as { pageCases: typeof import('../pages/in-page') }
      ).pageCases;
      return readIn(one, contextIn(one, document, window.top?.document ?? document));
    },
    { name, about },
  );
}

walkCases('Chromium', read);
