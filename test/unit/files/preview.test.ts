/** What the preview says, and what the caller can do with it. */
import { describe, expect, it } from 'vitest';
import { addReading, coverageFor, emptyCoverage } from '../../../src/core/coverage';
import { formatDay } from '../../../src/core/time';
import type { FilePreview } from '../../../src/files/preview-types';
import { claimWholePeriod, readFile } from '../../../src/files/read-file';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { AFTERSALE, ORDER_V1, ORDER_V2 } from '../../files/headers.mjs';
import { orderCells, ticketCells } from '../../files/rows.mjs';
import { at, NOW_MS, ORDERS, TICKETS } from '../../files/truth.mjs';
import { toDelimited, utf8 } from '../../files/write-csv.mjs';
import { read, readText } from './support';

const rows = ORDERS.flatMap((order) => orderCells(order));
const csv = toDelimited(ORDER_V1, rows);

async function preview(text: string, fileName?: string): Promise<FilePreview> {
  const result = await read(utf8(text), fileName);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

describe('preview', () => {
  it('counts rows, orders and days', async () => {
    const result = await preview(csv);
    expect([result.rows, result.skipped, result.records, result.orders]).toEqual([8, 0, 6, 6]);
    const { fromDay, toDay } = result.period ?? { fromDay: 0, toDay: 0 };
    expect([formatDay(fromDay), formatDay(toDay)]).toEqual(['2026-11-08', '2026-11-20']);
    expect([
      result.platform,
      result.source,
      result.encoding,
      result.delimiter,
      result.headerLine,
    ]).toEqual(['doudian', 'order-export', 'utf-8', ',', 1]);
  });

  it('counts the orders behind tickets', async () => {
    const twice = [...TICKETS, { ...TICKETS[0], ticketId: '142857142857142859' }].flatMap(
      ticketCells,
    );
    const result = await preview(toDelimited(AFTERSALE, twice));
    expect([result.records, result.orders, result.reading.side]).toEqual([4, 3, 'aftersales']);
  });

  it.each([
    ['variant 1', ORDER_V1],
    ['variant 2', ORDER_V2],
    ['after-sale', AFTERSALE],
  ])('knows every column of %s: read, or ignored with a reason', async (_, headers) => {
    const source = headers === AFTERSALE ? TICKETS.flatMap(ticketCells) : rows;
    const result = await preview(toDelimited(headers, source));
    expect(result.columns.length + result.ignored.length).toBe(headers.length);
    expect(result.ignored.filter(({ why }) => why === 'unknown' || why === 'duplicate')).toEqual(
      [],
    );
  });

  it('names personal columns, strange columns and second columns', async () => {
    const headers = [
      '主订单编号',
      '订单提交时间',
      '收件人',
      '买家微信',
      '新列',
      '订单编号',
      '订单提交时间',
    ];
    const result = await preview(
      toDelimited(
        headers,
        rows.map((row) => ({ ...row, 订单编号: row.主订单编号 })),
      ),
    );
    expect(result.ignored.map(({ header, why }) => [header, why])).toEqual([
      ['收件人', 'personal'],
      ['买家微信', 'personal'],
      ['新列', 'unknown'],
      ['订单编号', 'duplicate'],
    ]);
    expect(result.columns.map(({ fields }) => fields)).toEqual([['order.id'], ['order.placedMs']]);
  });

  it('says when its states were true: by the file name, else by the newest instant in it', async () => {
    const stamp = (text: string) => `${at(text) / 1000}_84d855394181.csv`;
    const seen = async (name: string) => {
      const { seenMs, seenFrom } = await preview(csv, name);
      return [seenMs, seenFrom];
    };
    expect(await seen(stamp('2026-11-21 09:00:00'))).toEqual([
      at('2026-11-21 09:00:00'),
      'file-name',
    ]);
    const newest = at('2026-11-20 21:14:31');
    // Renamed; older than what it holds; from tomorrow.
    expect(await seen('订单.csv')).toEqual([newest, 'newest-instant']);
    expect(await seen(stamp('2026-11-19 00:00:00'))).toEqual([newest, 'newest-instant']);
    expect(await seen(stamp('2026-11-23 00:00:00'))).toEqual([newest, 'newest-instant']);
  });

  it('gives batches of at most 500, as often as asked', async () => {
    const many = Array.from({ length: 1201 }, (_, index) => ({
      主订单编号: String(6917926768823640001n + BigInt(index * 37)),
      订单提交时间: '2026-11-20 10:00:00',
    }));
    const result = await preview(toDelimited(['主订单编号', '订单提交时间'], many));
    for (let round = 0; round < 2; round += 1) {
      const sizes: number[] = [];
      for await (const batch of result.batches()) sizes.push(batch.length);
      expect(sizes).toEqual([500, 500, 201]);
    }
  });
});

describe('coverage', () => {
  const day = [at('2026-11-08 00:00:00'), at('2026-11-21 00:00:00')] as const;
  it('a file by itself claims nothing; the user may claim its whole period', async () => {
    const result = await preview(csv, `${at('2026-11-21 09:00:00') / 1000}_a.csv`);
    const alone = addReading(emptyCoverage(), result.reading, result.seenMs);
    expect(coverageFor(alone, 'orders', ...day, 6).ratio ?? 0).toBe(0);
    const claimed = addReading(emptyCoverage(), claimWholePeriod(result, ...day), result.seenMs);
    expect(coverageFor(claimed, 'orders', ...day, 6).ratio).toBe(1);
    const longer = [day[0], day[1] + 86_400_000] as const;
    expect(coverageFor(claimed, 'orders', ...longer, 6).ratio).toBeLessThan(1);
  });
  it('a row that had to be skipped keeps the claim from holding', async () => {
    const result = await preview(csv.replace('6917926768823643780', '合计'));
    expect(result.skipped).toBe(1);
    const claimed = addReading(emptyCoverage(), claimWholePeriod(result, ...day), result.seenMs);
    expect(coverageFor(claimed, 'orders', ...day, 5).ratio ?? 0).toBe(0);
  });
});

describe('problems point at line and column', () => {
  it.each([
    ['2026-11-20 21:14:31', 'gestern', 'bad-time', '支付完成时间'],
    ['2026-11-20 21:14:31', '2026-11-20', 'date-only', '支付完成时间'],
    ['2026-11-20 21:14:31', '2027-11-20 00:00:00', 'in-future', '支付完成时间'],
    ['28.90', '28,9', 'too-many-cells', undefined],
    ['待发货', '##密文==', 'ciphered', '订单状态'],
  ])('%s → %s', async (from, to, code, header) => {
    const result = await preview(csv.replace(from, to));
    expect(result.problems).toEqual([
      {
        code,
        lines: [2],
        count: 1,
        ...(header ? { header, column: ORDER_V1.indexOf(header) + 1 } : {}),
      },
    ]);
  });

  it('lines are counted as an editor counts them, line ends inside cells included', async () => {
    const headers = ['主订单编号', '商家备注', '订单提交时间', '支付完成时间'];
    const lines = [
      headers.join(','),
      '6917926768823643790,"一\n二\n三",2026-11-20 10:00:00,2026-11-20 10:00:01',
      '6917926768823643780,,2026-11-20 09:00:00,kaputt',
    ];
    const { preview: result } = await readText(`${lines.join('\n')}\n`);
    expect(result.problems).toEqual([
      { code: 'bad-time', lines: [5], count: 1, column: 4, header: '支付完成时间' },
    ]);
  });
});

describe('cancel and progress', () => {
  const big = utf8(toDelimited(ORDER_V1, Array.from({ length: 400 }, () => rows).flat()));
  it('reports growing progress up to the end', async () => {
    const seen: number[] = [];
    const result = await readFile(big, 'a.csv', {
      kinds: doudianFileKinds,
      nowMs: NOW_MS,
      onProgress: ({ done, total }) => seen.push(done / total),
    });
    expect(result.ok).toBe(true);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
  it('stops when told to, before and during', async () => {
    for (const early of [true, false]) {
      const controller = new AbortController();
      if (early) controller.abort();
      let calls = 0;
      const result = await readFile(big, 'a.csv', {
        kinds: doudianFileKinds,
        nowMs: NOW_MS,
        signal: controller.signal,
        onProgress: () => {
          calls += 1;
          if (calls === 3) controller.abort();
        },
      });
      expect(result).toMatchObject({ ok: false, code: 'cancelled' });
      expect(calls).toBeLessThan(5);
    }
  });
});
