/** The column tables in code are those that columns.md explains. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerKey } from '../../../src/files/headers';
import type { FileKind } from '../../../src/files/types';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { AFTERSALE, ORDER_V1, ORDER_V2 } from '../../files/headers.mjs';

const folder = path.join(import.meta.dirname, '../../../src/platforms/doudian/files');
const sections = readFileSync(path.join(folder, 'columns.md'), 'utf8').split(/^## /m);
const sectionOf = (kind: FileKind) =>
  sections.find((section) => section.includes(`(${kind.source})`)) ?? '';

describe.each(doudianFileKinds.map((kind) => [kind.source, kind] as const))(
  '%s',
  (source, kind) => {
    const rows = sectionOf(kind)
      .split('\n')
      .filter((line) => line.startsWith('| '));

    it('every column and field has its row, and every row its column', () => {
      const explained = rows.map((row) => row.split('|').map((cell) => cell.trim()));
      for (const column of kind.columns) {
        const row = explained.find(([, headers = '']) =>
          headers.split(/[\s(),]+/).includes(column.names[0] as string),
        );
        expect(row, column.names[0]).toBeDefined();
        for (const name of column.names) expect(row?.[1]).toContain(name);
        if (column.record) expect(row?.[2]).toContain(`${kind.record}.${column.record}`);
        if (column.line) expect(row?.[2]).toContain(`line.${column.line}`);
      }
      const first = explained
        .slice(1)
        .map(([, headers = '']) => headers.split(/[ ,]/)[0] as string);
      const known = kind.columns.flatMap(({ names }) => names);
      expect(first.filter((name) => !known.includes(name))).toEqual([]);
    });

    it('no header is both read and dropped, or dropped for two reasons', () => {
      const all = [
        ...kind.columns.flatMap(({ names }) => names),
        ...kind.personal,
        ...kind.notNeeded,
      ].map(headerKey);
      expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
    });

    it('no personal column is read, not even by its parts', () => {
      const read = kind.columns.flatMap(({ names }) => names);
      const suspicious = read.filter((name) =>
        kind.personalParts.some((part) => name.includes(part)),
      );
      expect(suspicious).toEqual([]);
    });

    it('every published header is known', () => {
      const known = new Set(
        [...kind.columns.flatMap(({ names }) => names), ...kind.personal, ...kind.notNeeded].map(
          headerKey,
        ),
      );
      const published = source === 'order-export' ? [...ORDER_V1, ...ORDER_V2] : AFTERSALE;
      expect(published.filter((name: string) => !known.has(headerKey(name)))).toEqual([]);
    });
  },
);
