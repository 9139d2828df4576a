/** docs/report.md names every field of the report: a field added without a word there fails here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Property names of these interfaces, nested literals included. */
function fieldsOf(file: string, names: string[]): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isPropertySignature(node)) found.push(node.name.getText(source));
    ts.forEachChild(node, collect);
  };
  ts.forEachChild(source, (node) => {
    if (ts.isInterfaceDeclaration(node) && names.includes(node.name.text)) collect(node);
  });
  return [...new Set(found)];
}

it('has a word for every field', () => {
  const fields = [
    ...fieldsOf('src/core/report-types.ts', [
      'Report',
      'DimensionReport',
      'IndicatorReport',
      'Behind',
      'Drag',
      'Offender',
      'EvidenceReport',
      'Coverage',
      'Residual',
    ]),
    ...fieldsOf('src/core/report-extra-types.ts', [
      'BonusReport',
      'StageReport',
      'FitReport',
      'RuleChange',
    ]),
    ...fieldsOf('src/core/shop-settings.ts', ['AppliedSettings']),
    ...fieldsOf('src/core/entities.ts', ['ScoreSnapshot', 'SnapshotIndicator', 'ShopRef']),
  ];
  expect(fields.length).toBeGreaterThan(60);
  const text = read('docs/report.md');
  expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
});

it('names every note that the engine can give, and the interface knows the words it shows', () => {
  const engine = read('src/core/report.ts');
  const codes = [...engine.matchAll(/notes\.push\('([a-z-]+)'\)/g)].map((match) => match[1] ?? '');
  expect(codes.length).toBeGreaterThan(4);
  const text = read('docs/report.md');
  expect(codes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
});
