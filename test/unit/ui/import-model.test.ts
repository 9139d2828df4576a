/** What the import section says: a text for each code that the reader knows, and no number made up. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import en from '../../../assets/locales/dashboard.en.json';
import zh from '../../../assets/locales/dashboard.zh-CN.json';
import { dayStartMs, findDay } from '../../../src/core/time';
import type { FileError } from '../../../src/files/problem-types';
import { platforms } from '../../../src/platforms/registry';
import {
  claimedPeriod,
  errorView,
  previewView,
  resultView,
} from '../../../src/ui/dashboard/import-model';
import type { PreviewData } from '../../../src/ui/dashboard/import-types';
import { read } from '../files/support';
import { dashboardTranslator } from './dashboard-translator';
import { NOW } from './fixtures';

const tr = dashboardTranslator('zh-CN');
const root = path.resolve(import.meta.dirname, '../../..');

/** The words of a union of string literals in the reader's types. */
function wordsOf(name: string): string[] {
  const file = path.join(root, 'src/files/problem-types.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = source.statements.find(
    (each): each is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(each) && each.name.text === name,
  );
  if (!found || !ts.isUnionTypeNode(found.type)) throw new Error(`no union ${name}`);
  return found.type.types.map((each) => {
    if (!ts.isLiteralTypeNode(each) || !ts.isStringLiteral(each.literal)) throw new Error(name);
    return each.literal.text;
  });
}

describe('every code of the reader has its words in both languages', () => {
  it.each([
    ['FileErrorCode', 'file.error', 20],
    ['ProblemCode', 'file.problem', 15],
    ['NextStep', 'file.next', 8],
  ])('%s', (union, prefix, atLeast) => {
    const words = wordsOf(union).filter((word) => word !== 'none');
    expect(words.length).toBeGreaterThanOrEqual(atLeast);
    for (const texts of [zh, en] as Record<string, string>[]) {
      expect(words.filter((word) => !texts[`${prefix}.${word}`])).toEqual([]);
      const known = Object.keys(texts).filter((key) => key.startsWith(`${prefix}.`));
      expect(known.filter((key) => !words.includes(key.slice(prefix.length + 1)))).toEqual(
        prefix === 'file.problem' ? ['file.problem.other'] : [],
      );
    }
  });
});

async function sample(name: string): Promise<PreviewData | FileError> {
  return read(readFileSync(path.join(root, 'test/files/samples', name)), name);
}

async function preview(name: string): Promise<PreviewData> {
  const data = await sample(name);
  if (!data.ok) throw new Error(data.code);
  return data;
}

describe('a preview', () => {
  it('names period, rows, columns read, columns dropped and why', async () => {
    const data = await preview('order-v2-gbk.csv');
    const view = previewView(data, platforms, NOW, tr);
    expect(view.title).toBe('抖店的订单导出文件');
    expect(view.lines[0]).toBe(`列表日期从 ${view.period?.from} 到 ${view.period?.to}（北京时间）`);
    expect(view.lines[1]).toBe(`${data.rows} 行，${data.orders} 个订单`);
    expect(view.recognised).toContain('订单提交时间');
    const personal = view.ignored.find((each) => each.title.includes('个人信息'));
    expect(personal?.headers).toContain('收件人手机号');
    expect(view.noClaim).toBeUndefined();
  });

  it('tells where a problem is, and that a period with skipped rows cannot be claimed', async () => {
    const data = await preview('order-dirty.csv');
    const view = previewView(data, platforms, NOW, tr);
    expect(view.problems.join()).toMatch(/没有订单或售后编号.*第 \d+/);
    expect(data.skipped).toBeGreaterThan(0);
    expect(view.noClaim).toContain('不能算读全');
  });
});

describe('an error', () => {
  it.each([
    ['bad-scientific.csv', '科学计数法'],
    ['no-placed.csv', '订单提交时间'],
    ['other-platform.csv', '抖店的订单导出文件里应该有'],
  ])('%s says what is wrong, what to do, and that nothing was stored', async (name, word) => {
    const error = await sample(name);
    if (error.ok) throw new Error('accepted');
    const { title, detail } = errorView(error, platforms, tr);
    const text = [title, ...detail].join('\n');
    expect(text).toContain(word);
    expect(detail.at(-1)).toBe('没有保存任何数据。');
    if (error.line !== undefined) expect(text).toContain(`第 ${error.line} 行`);
  });
});

describe('the claimed period', () => {
  it('is whole Beijing days around every row, or nothing', async () => {
    const data = await preview('order-v2-gbk.csv');
    const { from = '', to = '' } = previewView(data, platforms, NOW, tr).period ?? {};
    const [first, last] = [findDay(from) ?? 0, findDay(to) ?? 0];
    expect(claimedPeriod(data, from, to)).toEqual({
      fromMs: dayStartMs(first),
      toMs: dayStartMs(last + 1) - 1_000,
    });
    expect(claimedPeriod(data, from, '')).toBeUndefined();
    expect(claimedPeriod(data, to, from)).toBeUndefined();
    if (from !== to) expect(claimedPeriod(data, to, to)).toBeUndefined();
  });
});

describe('the result', () => {
  const result = {
    outcome: 'done' as const,
    done: 1_200,
    stored: { created: 900, changed: 200, unchanged: 100 },
    refused: 0,
    shopNames: [],
    claimed: true,
  };

  it('of a stopped import says what stays and what to do', () => {
    const lines = resultView({ ...result, outcome: 'cancelled', claimed: false }, 3_000, tr);
    expect(lines[0]).toContain('前 1,200 / 3,000 条已经保存');
    expect(lines[1]).toBe('新增 900 单，更新 200 单，100 单没有变化。');
    expect(lines).toHaveLength(2);
  });

  it('of another shop’s file names the shop', () => {
    const lines = resultView({ ...result, outcome: 'other-shop', shopNames: ['乙店'] }, 10, tr);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('乙店');
    expect(lines[0]).toContain('没有保存');
  });
});
