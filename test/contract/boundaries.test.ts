/** The house keeps its shape: who may import whom, and what may stand where (docs/architecture.md). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(path.join(root, file)).isDirectory()) return sources(file);
    return /\.(ts|tsx)$/.test(name) ? [file] : [];
  });
}

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Code without comments: a comment may name what code may not use. */
const code = (file: string): string =>
  text(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** Modules a file imports at run time (type-only imports cost nothing and bind nothing). */
function runtimeImports(file: string): string[] {
  const found: string[] = [];
  const pattern =
    /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;
  for (const match of code(file).matchAll(pattern)) {
    const name = match[1] ?? match[2] ?? '';
    found.push(name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name);
  }
  return found;
}

/** Folder → the only src folders it may import at run time. */
const ALLOWED: Record<string, string[]> = {
  core: ['core'],
  capture: ['capture', 'core'],
  files: ['files', 'core'],
  platforms: ['platforms', 'capture', 'files', 'core'],
  messages: ['messages', 'core'],
  store: ['store', 'core'],
  badges: ['badges', 'core'],
  ui: ['ui', 'core', 'platforms', 'store', 'files', 'messages'],
  background: ['background', 'store', 'core', 'platforms', 'messages', 'browser'],
  content: ['content', 'capture', 'badges', 'messages', 'browser', 'core'],
  browser: ['browser'],
};

describe('arrows between the rooms', () => {
  for (const [folder, allowed] of Object.entries(ALLOWED)) {
    it(`src/${folder} imports only ${allowed.join(', ')}`, () => {
      const wrong = sources(`src/${folder}`).flatMap((file) =>
        runtimeImports(file)
          .filter((name) => name.startsWith('src/'))
          .filter((name) => !allowed.includes(name.split('/')[1] ?? ''))
          .map((name) => `${file} → ${name}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  it('every folder of src has a row in the table', () => {
    const folders = readdirSync(path.join(root, 'src'));
    expect(folders.filter((name) => !(name in ALLOWED))).toEqual([]);
  });

  it('only src/browser imports the polyfill or touches browser APIs', () => {
    const wrong = sources('src')
      .filter((file) => !file.startsWith('src/browser/'))
      .filter(
        (file) =>
          runtimeImports(file).some((name) => /webextension-polyfill|wxt\/browser/.test(name)) ||
          /\b(chrome|browser)\.(runtime|storage|tabs|action|alarms|i18n)\b/.test(code(file)),
      );
    expect(wrong).toEqual([]);
  });

  it('no platform is named outside platforms/', () => {
    const wrong = sources('src')
      .filter((file) => !file.startsWith('src/platforms/'))
      .filter((file) => /doudian|taobao|pinduoduo|jinritemai|抖店|千牛|拼多多/.test(code(file)));
    expect(wrong).toEqual([]);
  });
});

describe('what code may not do', () => {
  it('nothing talks to a network', () => {
    const wrong = sources('src').filter((file) =>
      /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/.test(code(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('page text never becomes HTML, and no reader forces a layout', () => {
    const wrong = sources('src').filter((file) =>
      /\.innerHTML|\.outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\.innerText/.test(
        code(file),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing clicks for the merchant', () => {
    const wrong = [
      ...sources('src/capture'),
      ...sources('src/platforms'),
      ...sources('src/content'),
    ].filter((file) => /\.click\(\)|dispatchEvent\(/.test(code(file)));
    expect(wrong).toEqual([]);
  });

  it('core has no clock, no chance and no storage of its own', () => {
    const wrong = sources('src/core').filter((file) =>
      /Date\.now|new Date\(\)|Math\.random|localStorage|indexedDB|document\b/.test(code(file)),
    );
    expect(wrong).toEqual([]);
  });
});
