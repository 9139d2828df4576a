// The readers against the floor no reader can go below: every cell's textContent, on the same page.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { findFrameId, median } from './shop-page.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The readers as the content script has them, as one expression. */
export async function bundleReaders() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scorelens-bench-'));
  const entry = path.join(folder, 'entry.js');
  const pages = path.join(ROOT, 'src/platforms/doudian/pages/lists.ts');
  writeFileSync(entry, `export { doudianLists } from ${JSON.stringify(pages)};`);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'readers', fileName: () => 'readers.js' },
    },
  });
  const code = readFileSync(path.join(folder, 'readers.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return code;
}

/** In a world of its own, as content scripts have: floor, full parse and repeated parse in turn. */
function interleave(loops) {
  const readers = globalThis.bench.doudianLists([]);
  const url = new URL(globalThis.top.location.href);
  const reader = readers.find((each) => each.matches(url));
  const page = { doc: document, topDoc: globalThis.top.document, url, nowMs: Date.now() };
  const root = reader.findRoot(page);
  const floor = () => {
    let chars = 0;
    for (const cell of root.querySelectorAll('td')) chars += cell.textContent.length;
    return chars;
  };
  // As the page session hands them over: everything may have changed, or nothing has.
  const everything = { take: () => undefined, version: 0 };
  const nothing = { version: 0, take: () => ({ inside: new Set(), added: new Set() }) };
  const at = (changes) => {
    changes.version += 1;
    return reader.read({ ...page, changes }, root);
  };
  const timed = (work) => {
    const startMs = performance.now();
    const result = work();
    return { ms: performance.now() - startMs, result };
  };
  const times = { floor: [], full: [], again: [] };
  let last;
  for (let loop = 0; loop < loops; loop += 1) {
    times.floor.push(timed(floor).ms);
    last = timed(() => at(everything));
    times.full.push(last.ms);
    // The first look with another log reads everything once more.
    at(nothing);
    times.again.push(timed(() => at(nothing)).ms);
  }
  return { times, records: last.result.records.length, verdict: last.result.health.verdict };
}

async function isolatedWorld(cdp, frame) {
  const frameId = await findFrameId(cdp, frame);
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId });
  return executionContextId;
}

/**
 * Medians in ms, and ratios of the fastest runs: on a busy machine a long run is interrupted more often
 * than a short one, and only the fastest of each was not. `cold`: the very first in a fresh world.
 */
export async function parseTimes({ cdp, frame }, code, loops = 60) {
  const contextId = await isolatedWorld(cdp, frame);
  const expression = `${code};globalThis.bench = readers;(${interleave})(${loops})`;
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId,
    expression,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails).slice(0, 800));
  const { times, records, verdict } = result.value;
  if (records !== 100) throw new Error(`${records} records were read, not 100 (${verdict})`);
  const warm = (all) => median(all.slice(20));
  const fastest = (name) => Math.min(...times[name]);
  const ratio = (name) => fastest(name) / fastest('floor');
  return {
    floorMs: warm(times.floor),
    fullMs: warm(times.full),
    againMs: warm(times.again),
    fullRatio: ratio('full'),
    againRatio: ratio('again'),
    coldFloorMs: times.floor[0],
    coldFullMs: times.full[0],
  };
}
