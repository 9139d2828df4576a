/** 拼多多's export files: every sample gives exactly its records, and nobody's name. */
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/entities';
import { readFile } from '../../../src/files/read-file';
import { orderRecord, ticketRecord } from '../../../src/messages/record-schemas';
import { fileKinds } from '../../../src/platforms/file-kinds';
import { AFTERSALE, ORDER_ALL, ORDER_SHORT } from '../../files/pinduoduo/headers.mjs';
import { findSample, orderCells, samples, ticketCells } from '../../files/pinduoduo/samples.mjs';
import {
  at,
  EXPORTED_MS,
  NOW_MS,
  ORDERS,
  PERSONAL,
  TICKETS,
} from '../../files/pinduoduo/truth.mjs';
import { toDelimited, utf8 } from '../../files/write-csv.mjs';

type Cells = Record<string, string | undefined>;
const [first, blank] = ORDERS as [(typeof ORDERS)[number], (typeof ORDERS)[number]];

const ask = (bytes: Uint8Array, name = 'a.csv') =>
  readFile(bytes, name, { kinds: fileKinds, nowMs: NOW_MS });

async function read(bytes: Uint8Array, name = 'a.csv') {
  const preview = await ask(bytes, name);
  if (!preview.ok) throw new Error(JSON.stringify(preview));
  const records: CaseRecord[] = [];
  for await (const batch of preview.batches(2)) records.push(...batch);
  return { preview, records };
}
const csv = (headers: string[], rows: Cells[]) =>
  utf8(toDelimited(headers, rows, { tabs: false, blank: '' }));

describe('a file that can be imported', () => {
  it.each(samples.map((each) => [each.name, each] as const))('%s', async (name, sample) => {
    const { preview, records } = await read(sample.bytes, name);
    expect(records).toEqual(sample.records);
    expect(preview).toMatchObject({ platform: 'pinduoduo', records: records.length, skipped: 0 });
    expect(preview.problems).toEqual([]);
    for (const record of records) {
      const schema = record.kind === 'order' ? orderRecord : ticketRecord;
      expect(schema.safeParse(record).error).toBeUndefined();
    }
    const everything = JSON.stringify([records, preview]);
    for (const personal of Object.values(PERSONAL)) expect(everything).not.toContain(personal);
    expect(preview.ignored.filter(({ why }) => why === 'unknown')).toEqual([]);
  });

  it('is as old as its name says, and as its newest instant where the name says nothing', async () => {
    const { bytes, name } = findSample('orders_export2026-11-21-09-30-15.csv');
    const named = await read(bytes, name);
    expect([named.preview.seenMs, named.preview.seenFrom]).toEqual([EXPORTED_MS, 'file-name']);
    for (const other of ['订单.csv', 'orders_export2026-13-21-09-30-15.csv']) {
      const { preview } = await read(bytes, other);
      expect([preview.seenMs, preview.seenFrom]).toEqual([
        at('2026-11-20 21:14:09'),
        'newest-instant',
      ]);
    }
  });
});

describe('an order without its time', () => {
  const rows = (count: number, placed: string | undefined): Cells[] =>
    Array.from({ length: count }, (_, i) => ({
      ...orderCells(first),
      订单号: `261120-21818482456302${i}`,
      订单成交时间: placed,
    }));

  it('is dated by its number: however many are blank, the file is read', async () => {
    const { records, preview } = await read(csv(ORDER_SHORT, rows(9, undefined)));
    expect(records).toHaveLength(9);
    for (const record of records) {
      expect(record).toMatchObject({ placedDayMs: at('2026-11-20 00:00:00') });
      expect(record).not.toHaveProperty('placedMs');
    }
    // Days of numbers are not the list's period.
    expect(preview.period).toBeUndefined();
  });

  it('a time that cannot be read is another matter: most of them so, and the file was changed', async () => {
    const error = await ask(csv(ORDER_SHORT, rows(9, '11月20日')));
    expect(error).toMatchObject({ ok: false, code: 'unreadable-dates', header: '订单成交时间' });
  });

  it('a file without the column is read too, and claims no period', async () => {
    const headers = ORDER_SHORT.filter((name: string) => name !== '订单成交时间');
    const { records, preview } = await read(csv(headers, ORDERS.map(orderCells)));
    expect(records.map((each) => each.kind === 'order' && each.placedDayMs)).toEqual(
      ORDERS.map(({ day }) => at(day)),
    );
    expect(preview.period).toBeUndefined();
  });

  it('a number whose first digits are no day names no day', async () => {
    const row = { ...orderCells(blank), 订单号: '269919-473580532497047' };
    const [record] = (await read(csv(ORDER_ALL, [row]))).records;
    expect(record).not.toHaveProperty('placedDayMs');
  });
});

describe('an after-sale case', () => {
  const cells = TICKETS.map(ticketCells) as Cells[];

  it('has the name that pages give it: two of one order are two', async () => {
    const { records } = await read(csv(AFTERSALE, cells));
    expect(records.map((each) => each.kind === 'ticket' && each.ticketId)).toEqual([
      '261114-254328505371282-20261119101112',
      '261114-254328505371282-20261118101112',
      '261101-000000000000001-20261117080000',
    ]);
  });

  it('without a time of application has no name, and is left out', async () => {
    const rows = cells.map((row, i) => (i === 1 ? { ...row, 申请时间: undefined } : row));
    const { records, preview } = await read(csv(AFTERSALE, rows));
    expect(records).toHaveLength(2);
    expect(preview).toMatchObject({ records: 2, skipped: 1 });
    expect(preview.problems).toMatchObject([{ code: 'not-an-id', lines: [3] }]);
  });

  it('of a file whose seconds are gone: refused, for its cases would be others than the list’s', async () => {
    const rows = cells.map((row) => ({ ...row, 申请时间: row.申请时间?.slice(0, 16) }));
    const error = await ask(csv(AFTERSALE, rows));
    expect(error).toMatchObject({ ok: false, code: 'unreadable-dates', header: '申请时间' });
  });
});

describe('a file of another platform', () => {
  it('with these headers of a case and other ids is not taken for one of 拼多多', async () => {
    const rows = [
      {
        ...ticketCells(TICKETS[0]),
        订单编号: '6917926768823643790',
        售后编号: '142857142857142851',
      },
    ];
    const { preview } = await read(csv(AFTERSALE, rows as Cells[]));
    expect(preview.platform).toBe('doudian');
  });

  it('a money flow is none', async () => {
    const headers = ['订单号', '样式ID', '入账时间'];
    expect(await ask(csv(headers, [orderCells(first)]))).toMatchObject({ ok: false });
  });
});
