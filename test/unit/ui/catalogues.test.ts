/** Both languages say everything, and nothing is said outside the catalogues. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import badgesEn from '../../../assets/locales/badges.en.json';
import badgesZh from '../../../assets/locales/badges.zh-CN.json';
import dashboardEn from '../../../assets/locales/dashboard.en.json';
import dashboardZh from '../../../assets/locales/dashboard.zh-CN.json';
import en from '../../../assets/locales/en.json';
import settingsEn from '../../../assets/locales/settings.en.json';
import settingsZh from '../../../assets/locales/settings.zh-CN.json';
import zh from '../../../assets/locales/zh-CN.json';
import { fillText, paramNames } from '../../../src/core/fill-text';

const root = path.resolve(import.meta.dirname, '../../..');
const HAN = /\p{Script=Han}/u;

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(path.join(root, file)).isDirectory()) return files(file, ending);
    return ending.test(name) ? [file] : [];
  });
}

describe.each([
  ['interface', zh, en],
  ['badges', badgesZh, badgesEn],
  ['dashboard', dashboardZh, dashboardEn],
  ['settings', settingsZh, settingsEn],
] as const)('%s catalogue', (_name, chinese, english) => {
  const zhTexts: Record<string, string> = chinese;
  const enTexts: Record<string, string> = english;

  it('has the same keys in both languages, in the same order', () => {
    expect(Object.keys(enTexts)).toEqual(Object.keys(zhTexts));
  });

  it('leaves nothing empty, and no Chinese in English', () => {
    expect(Object.entries(zhTexts).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(Object.entries(enTexts).filter(([, text]) => text === '' || HAN.test(text))).toEqual([]);
  });

  it('asks for the same parameters in both languages', () => {
    const differ = Object.keys(zhTexts).filter(
      (key) => paramNames(zhTexts[key] ?? '').join() !== paramNames(enTexts[key] ?? '').join(),
    );
    expect(differ).toEqual([]);
  });
});

describe('fillText', () => {
  it('picks the form for one and for many', () => {
    const text = '{count} {count|order|orders}';
    expect(fillText(text, { count: 1 })).toBe('1 order');
    expect(fillText(text, { count: '1,030' })).toBe('1,030 orders');
  });

  it('never shows a hole', () => {
    expect(() => fillText('{a}', {})).toThrow('a');
  });
});

/** Texts that a reader of the page would see or hear, found in the syntax, not by luck. */
function literalTexts(file: string, text: string): string[] {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const spoken = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label']);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /[\p{L}]/u.test(node.text)) found.push(node.text.trim());
    if (ts.isStringLiteralLike(node) && HAN.test(node.text)) found.push(node.text);
    if (ts.isTemplateExpression(node) && HAN.test(node.getText(source))) found.push(node.getText());
    if (
      ts.isJsxAttribute(node) &&
      spoken.has(node.name.getText(source)) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('texts outside the catalogues', () => {
  const sources = [
    ...files('src/ui', /\.tsx?$/),
    ...files('src/badges', /\.tsx?$/),
    ...files('entrypoints', /\.tsx$/),
  ];

  it.each(sources)('%s has none', (file) => {
    expect(literalTexts(file, readFileSync(path.join(root, file), 'utf8'))).toEqual([]);
  });

  it('are found by this test where there are some', () => {
    const bad = '<p title="Total">分数 {`共${n}单`} {"失分"}</p>';
    expect(literalTexts('probe.tsx', bad)).toHaveLength(4);
    expect(literalTexts('probe.tsx', '<p class="loss">{t("a.b")} · 12</p>')).toEqual([]);
  });
});

/** The code of these files as one text, and the keys that it builds from a prefix. */
function usesOf(paths: string[]): (key: string) => boolean {
  const code = paths.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
  const prefixes = [...code.matchAll(/[`'"]([a-z][\w.-]*\.)\$\{/g)].map((match) => match[1]);
  const codes = [...code.matchAll(/(?:code|knows)\(\s*'([\w.-]+)'/g)].map(
    (match) => `${match[1]}.`,
  );
  const dynamic = [...prefixes, ...codes].filter((each) => each !== undefined);
  return (key) => code.includes(`'${key}'`) || dynamic.some((prefix) => key.startsWith(prefix));
}

describe('keys', () => {
  const interfaceFiles = [...files('src/ui', /\.tsx?$/), ...files('entrypoints', /\.tsx?$/)];

  it('of the interface are all used', () => {
    const isUsed = usesOf(interfaceFiles);
    const all = [...Object.keys(zh), ...Object.keys(dashboardZh)];
    expect(all.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are in one catalogue only', () => {
    expect(Object.keys(dashboardZh).filter((key) => key in zh)).toEqual([]);
  });

  it('of the dashboard are not asked for where the popup would, which never loads them', () => {
    const popup = ['src/ui/popup', 'src/ui/shared'].flatMap((folder) => files(folder, /\.tsx?$/));
    const code = popup.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
    expect(Object.keys(dashboardZh).filter((key) => code.includes(`'${key}'`))).toEqual([]);
  });
});
