/** The column tables in code are those that columns.md explains. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../../src/files/file-kind';
import { headerKey } from '../../../src/files/headers';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { pinduoduoFileKinds } from '../../../src/platforms/pinduoduo/files';
import { taobaoFileKinds } from '../../../src/platforms/taobao/files';
import { AFTERSALE, ORDER_V1, ORDER_V2 } from '../../files/headers.mjs';
import * as pinduoduo from '../../files/pinduoduo/headers.mjs';
import * as taobao from '../../files/taobao/headers.mjs';

/** A kind's section in its platform's page, and the headers published of it. */
const KINDS: [section: string, kind: FileKind | undefined, published: string[]][] = [
  ['订单导出', doudianFileKinds[0], [...ORDER_V1, ...ORDER_V2]],
  ['售后单导出', doudianFileKinds[1], AFTERSALE],
  ['订单报表', taobaoFileKinds[0], [...taobao.ORDER_LATER, ...taobao.ORDER_NEW]],
  ['销售明细', taobaoFileKinds[1], taobao.ITEM_NEW],
  ['ExportItemList', taobaoFileKinds[2], taobao.ITEM_OLD],
  ['发货报表', taobaoFileKinds[3], taobao.SHIPPING],
  [
    '退款导出',
    taobaoFileKinds[4],
    [...taobao.REFUND_OLD, ...taobao.REFUND_LONG, ...taobao.REFUND_NEW],
  ],
  ['订单导出', pinduoduoFileKinds[0], [...pinduoduo.ORDER_ALL, ...pinduoduo.ORDER_SHORT]],
  ['售后导出', pinduoduoFileKinds[1], [...pinduoduo.AFTERSALE, ...pinduoduo.AFTERSALE_OTHER]],
];

function rowsOf(title: string, { platform }: FileKind): string[] {
  const page = path.join(
    import.meta.dirname,
    `../../../src/platforms/${platform}/files/columns.md`,
  );
  const sections = readFileSync(page, 'utf8').split(/^## /m);
  const section = sections.find((each) => each.startsWith(title)) ?? '';
  return section.split('\n').filter((line) => line.startsWith('| '));
}

it('every kind of file is explained', () => {
  expect(KINDS.map(([, kind]) => kind)).toEqual([
    ...doudianFileKinds,
    ...taobaoFileKinds,
    ...pinduoduoFileKinds,
  ]);
});

describe.each(
  KINDS.map(([title, kind, published]) => [title, kind as FileKind, published] as const),
)('%s', (title, kind, published) => {
  const rows = rowsOf(title, kind);

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
      if (column.type === 'tracking') expect(row?.[2]).toContain('parcel.id');
    }
    const first = explained.slice(1).map(([, headers = '']) => headers.split(/[ ,]/)[0] as string);
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
    expect(published.filter((name: string) => !known.has(headerKey(name)))).toEqual([]);
  });
});
