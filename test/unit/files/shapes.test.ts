/** The same orders, written in another shape; and shapes that slipped by a comma or a quote. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../../src/core/entities';
import { ORDER_V1, ORDER_V2 } from '../../files/headers.mjs';
import { orderCells } from '../../files/rows.mjs';
import { ORDERS } from '../../files/truth.mjs';
import { gbk, toDelimited, utf8, utf8Bom } from '../../files/write-csv.mjs';
import { toXlsx } from '../../files/write-xlsx.mjs';
import { read, recordsOf } from './support';

describe('the same orders in any shape', () => {
  const rows = ORDERS.flatMap((order) => orderCells(order));
  const shape = fc.record({
    variant: fc.constantFrom(ORDER_V1, ORDER_V2),
    seed: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
    encode: fc.constantFrom('utf8', 'bom', 'gbk', 'xlsx'),
    delimiter: fc.constantFrom(',', '\t', ';', '|'),
    newline: fc.constantFrom('\n', '\r\n'),
    extra: fc.integer({ min: 0, max: 3 }),
  });

  it('column order, encoding, delimiter and strange columns change nothing', async () => {
    const base = new Map<string[], string>();
    for (const variant of [ORDER_V1, ORDER_V2]) {
      const result = await read(utf8(toDelimited(variant, rows)));
      if (!result.ok) throw new Error(result.code);
      base.set(variant, JSON.stringify(await recordsOf(result)));
    }
    await fc.assert(
      fc.asyncProperty(shape, async ({ variant, seed, encode, delimiter, newline, extra }) => {
        const named = [...variant, ...Array.from({ length: extra }, (_, index) => `新列${index}`)];
        const headers = named
          .map((name, index) => [seed[index % seed.length] as number, name] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, name]) => name);
        const text = () => toDelimited(headers, rows, { delimiter, newline });
        const bytes =
          encode === 'xlsx'
            ? toXlsx([
                {
                  name: 'S',
                  rows: [
                    headers,
                    ...rows.map((row) =>
                      headers.map((name) => (row as Record<string, string>)[name]),
                    ),
                  ],
                },
              ])
            : encode === 'gbk'
              ? gbk(text())
              : encode === 'bom'
                ? utf8Bom(text())
                : utf8(text());
        const result = await read(bytes);
        if (!result.ok) throw new Error(JSON.stringify(result));
        expect(JSON.stringify(await recordsOf(result))).toBe(base.get(variant));
      }),
      { numRuns: 80 },
    );
  });
});

describe('a comma, quote or line end too many or too few', () => {
  const rows = [...ORDERS, ...ORDERS].flatMap((order, index) =>
    orderCells(order).map((cells: Record<string, string | undefined>) =>
      index < ORDERS.length ? cells : renumbered(cells),
    ),
  );
  const STRUCTURE = [',', '"', '\n', ';', '\t', '=', "'"];
  // All too many or all too few: one of each in a row restores its width, and no reader can tell.
  const edits = fc.boolean().chain((remove) =>
    fc.array(
      fc.record({
        at: fc.noBias(fc.nat(999_999)).map((at) => at / 1_000_000),
        what: fc.constantFrom(...STRUCTURE),
        remove: fc.constant(remove),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  );

  /** Inserts the character, or removes its next occurrence. */
  function slip(
    text: string,
    { at, what, remove }: { at: number; what: string; remove: boolean },
  ): string {
    const from = Math.floor(at * text.length);
    if (!remove) return text.slice(0, from) + what + text.slice(from);
    const next = text.indexOf(what, from);
    return next === -1 ? text : text.slice(0, next) + text.slice(next + 1);
  }

  /** What may be said of each order, by field; of words only which ones exist. */
  function vocabulary(records: OrderRecord[]) {
    const words = new Set<string>();
    for (const record of records) {
      for (const part of [record, ...record.lines, ...(record.parcels ?? [])]) {
        for (const value of Object.values(part))
          if (typeof value === 'string') words.add(bare(value));
      }
    }
    return words;
  }

  it('moves no value under another header', { timeout: 60_000 }, async () => {
    for (const variant of [ORDER_V1, ORDER_V2]) {
      const text = toDelimited(variant, rows);
      const whole = await read(utf8(text));
      if (!whole.ok) throw new Error(whole.code);
      const records = (await recordsOf(whole)) as OrderRecord[];
      const truth = new Map(records.map((record) => [record.orderId, record]));
      const words = [...vocabulary(records)];
      await fc.assert(
        fc.asyncProperty(edits, async (steps) => {
          const result = await read(utf8(steps.reduce(slip, text)));
          if (!result.ok) {
            expect(result.code, JSON.stringify(result)).not.toBe('internal');
            return;
          }
          for (const record of (await recordsOf(result)) as OrderRecord[]) {
            const real = truth.get(record.orderId) as OrderRecord;
            expect(real, record.orderId).toBeDefined();
            agree(record, real, words);
            for (const line of record.lines) {
              const realLine = real.lines.find(({ lineId }) => lineId === line.lineId);
              if (line.lineId.startsWith('#')) continue;
              expect(realLine, line.lineId).toBeDefined();
              agree(line, realLine ?? {}, words);
            }
          }
        }),
        { numRuns: 250 },
      );
    }
  });

  function agree(part: object, real: object, words: string[]): void {
    for (const [key, value] of Object.entries(part)) {
      const known = (real as Record<string, unknown>)[key];
      // Partly read lines may settle a field that differs between the lines: known as one of them.
      if (typeof value === 'number' && known !== undefined)
        expect([key, value]).toEqual([key, known]);
      if (typeof value === 'string' && !key.endsWith('Id')) {
        const plain = bare(value);
        expect(
          words.some((word) => word === plain || word.includes(plain) || plain.includes(word)),
          `${key}: ${value}`,
        ).toBe(true);
      }
    }
  }
});

const bare = (text: string): string => text.replace(/[,"\n\t;='\s]/g, '');

/** The same order under other numbers, so that the sample has more rows. */
function renumbered(cells: Record<string, string | undefined>): Record<string, string | undefined> {
  const next = (id: string | undefined) => id?.replace(/^69179/, '69180');
  return { ...cells, 主订单编号: next(cells['主订单编号']), 子订单编号: next(cells['子订单编号']) };
}
