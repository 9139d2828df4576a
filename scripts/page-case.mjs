#!/usr/bin/env node
// Makes and updates page cases (test/pages). Never accepts a change silently.
//
//   node scripts/page-case.mjs doudian/2026-12-01-orders-new --url URL --reader order-list [--html FILE] [--now "2026-12-01 10:00:00"]
//       makes the folder (from FILE, or an empty page to fill in) with about.json; nothing is expected yet
//   node scripts/page-case.mjs doudian/2026-12-01-orders-new [--accept]
//       shows what the reader gives now against expected.json; --accept writes it
//   node scripts/page-case.mjs --all [--accept]

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { createServer } from 'vite';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    reader: { type: 'string' },
    html: { type: 'string' },
    now: { type: 'string' },
    accept: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});
const root = path.resolve(import.meta.dirname, '..');
const casesFolder = path.join(root, 'test/pages');

if (!values.all && positionals.length === 0) {
  console.error(
    'Usage: node scripts/page-case.mjs <platform>/<date>-<case> [--url …] [--accept] | --all',
  );
  process.exit(2);
}
for (const name of positionals) {
  if (!existsSync(path.join(casesFolder, name))) makeCase(name);
}

// The readers are TypeScript: Vite loads them as the tests do.
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
let open = 0;
try {
  const cases = await server.ssrLoadModule('/test/pages/case.ts');
  for (const name of values.all ? cases.listCases() : positionals) {
    if (!(await check(cases, name))) open += 1;
  }
} finally {
  await server.close();
}
if (open > 0) {
  console.log(
    `\n${open} case(s) differ. Read the difference, then run again with --accept if it is right.`,
  );
  process.exitCode = 1;
}

function makeCase(name) {
  const { url, reader } = values;
  if (!url || !reader) throw new Error(`New case "${name}" needs --url and --reader`);
  const folder = path.join(casesFolder, name);
  mkdirSync(folder, { recursive: true });
  const html = values.html
    ? readFileSync(values.html, 'utf8')
    : '<!doctype html>\n<html lang="zh-CN"><body></body></html>\n';
  const date = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '';
  const about = {
    date,
    locale: 'zh-CN',
    url,
    now: values.now ?? `${date} 12:00:00`,
    reader,
    evidence:
      'FILL IN: where this page is known from, what is only plausible, how it was scrubbed.',
    pii: [],
    expectedFailures: [],
  };
  writeFileSync(path.join(folder, 'source.html'), html);
  writeFileSync(path.join(folder, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
  console.log(
    `Made ${name}. Write expected.json by hand from the page before looking at what the reader gives.`,
  );
}

/** True when the reading is as expected (or was accepted). */
async function check(cases, name) {
  const page = cases.loadCase(name);
  const { DOMParser } = new Window();
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
  const actual = cases.readCase(page, cases.contextOf(page, parse)) ?? {};
  const leaked = page.about.pii.filter((secret) => JSON.stringify(actual).includes(secret));
  if (leaked.length > 0) {
    console.log(`${name}: personal data in the reading, never accepted: ${leaked.join(', ')}`);
    return false;
  }
  const file = path.join(page.folder, 'expected.json');
  const expected = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  expected?.health?.problems?.sort();
  const paths = expected ? cases.differences(actual, expected) : ['(new)'];
  const known = new Set(page.about.expectedFailures);
  if (paths.every((each) => known.has(each)) && paths.length === known.size) return true;
  console.log(`\n${name}`);
  for (const each of paths) {
    console.log(`  ${each}${known.has(each) ? ' (known failure)' : ''}`);
    console.log(
      `    - ${show(at(expected, each))}\n    + ${show(each === '(new)' ? actual : at(actual, each))}`,
    );
  }
  for (const each of known)
    if (!paths.includes(each))
      console.log(`  ${each}: no longer fails, take it off expectedFailures`);
  if (!values.accept) return false;
  writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
  console.log('  accepted');
  return true;
}

function at(value, keys) {
  return keys.split('.').reduce((part, key) => part?.[key], value);
}

function show(value) {
  return value === undefined ? '(absent)' : JSON.stringify(value);
}
