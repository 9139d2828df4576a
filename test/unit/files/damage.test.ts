/** Whatever happens to a file on its way here: no throw, no wrong id, no invented number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/entities';
import { goodSamples } from '../../files/samples.mjs';
import { read, recordsOf } from './support';

const samples = goodSamples.map(({ name, bytes }) => ({
  name: String(name),
  bytes: bytes as Uint8Array,
}));
const bytesOf = (name: string) => samples.find((each) => each.name === name)?.bytes as Uint8Array;
const texts = samples.filter(({ name }) => !name.endsWith('.xlsx'));
const workbooks = samples.filter(({ name }) => name.endsWith('.xlsx'));

const idsOf = (record: CaseRecord): string[] => [
  record.orderId,
  ...(record.kind === 'ticket' ? [record.ticketId] : []),
  ...(record.kind === 'order' ? record.lines.map((line) => line.lineId) : []),
  ...(record.kind === 'order' ? (record.parcels ?? []).map((parcel) => parcel.parcelId) : []),
];

/** Every number of a record, apart from instants. */
function amountsOf(record: CaseRecord): number[] {
  const parts = [record, ...(record.kind === 'order' ? record.lines : [])];
  return parts.flatMap((part) =>
    Object.entries(part).flatMap(([key, value]) =>
      typeof value === 'number' && !key.endsWith('Ms') ? [value] : [],
    ),
  );
}

const instantsOf = (record: CaseRecord): number[] =>
  Object.entries(record).flatMap(([key, value]) =>
    typeof value === 'number' && key.endsWith('Ms') ? [value] : [],
  );

const decode = (bytes: Uint8Array): string[] =>
  ['utf-8', 'gb18030', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(bytes));

const wall = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString();

/** The record says nothing that can't be read, digit for digit, in the bytes themselves. */
function isGrounded(records: CaseRecord[], bytes: Uint8Array): void {
  const versions = decode(bytes);
  const digits = versions.map((text) => text.replace(/,/g, ''));
  for (const record of records) {
    for (const id of idsOf(record)) {
      if (id.startsWith('#')) continue;
      const whole = new RegExp(`(?<![0-9A-Za-z])${id}(?![0-9A-Za-z])`);
      expect(
        versions.some((text) => whole.test(text)),
        id,
      ).toBe(true);
    }
    for (const amount of amountsOf(record)) {
      // As yuan with two decimals, or as a count.
      const forms = [String(amount), (amount / 100).toFixed(2), String(amount / 100)];
      expect(
        digits.some((text) => forms.some((form) => text.includes(form))),
        String(amount),
      ).toBe(true);
    }
    for (const ms of instantsOf(record)) {
      const [, year, month, day, hour, minute] =
        /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(wall(ms)) ?? [];
      const form = new RegExp(
        `${year}[-/.]0?${Number(month)}[-/.]0?${Number(day)} 0?${Number(hour)}:${minute}`,
      );
      expect(
        versions.some((text) => form.test(text)),
        wall(ms),
      ).toBe(true);
    }
  }
}

/** Anywhere in the file, its end as likely as its beginning. */
const place = fc.noBias(fc.nat(999_999)).map((at) => at / 1_000_000);
const damage = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('drop' as const),
      at: place,
      length: fc.integer({ min: 1, max: 300 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: place,
      bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    }),
  },
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function apply(bytes: Uint8Array, steps: Damage[]): Uint8Array {
  let out = bytes.slice();
  for (const step of steps) {
    const at = Math.floor(step.at * out.length);
    if (step.kind === 'flip') out[at] = (out[at] ?? 0) ^ (1 << step.bit);
    else if (step.kind === 'cut') out = out.slice(0, at);
    else if (step.kind === 'drop')
      out = new Uint8Array([...out.slice(0, at), ...out.slice(at + step.length)]);
    else out = new Uint8Array([...out.slice(0, at), ...step.bytes, ...out.slice(at)]);
  }
  return out;
}

describe('damaged files', () => {
  it('texts: no throw, nothing that is not in the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts.map(({ name }) => name)),
        fc.array(damage, { minLength: 1, maxLength: 6 }),
        async (name, steps) => {
          const damaged = apply(bytesOf(name), steps);
          const result = await read(damaged);
          if (!result.ok) {
            expect(result.code, JSON.stringify(result)).not.toBe('internal');
            return;
          }
          isGrounded(await recordsOf(result), damaged);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('a text that was only cut: what is left is a part of the truth', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts.map(({ name }) => name)),
        fc.nat(10_000),
        async (name, at) => {
          const bytes = bytesOf(name);
          const whole = await read(bytes);
          const cut = await read(bytes.slice(0, bytes.length - (at % bytes.length)));
          if (!whole.ok) throw new Error(whole.code);
          if (!cut.ok) {
            expect(cut.code).not.toBe('internal');
            return;
          }
          const truth = new Map(
            (await recordsOf(whole)).map((record) => [idsOf(record).slice(0, 2).join(), record]),
          );
          for (const record of await recordsOf(cut)) {
            const known =
              truth.get(idsOf(record).slice(0, 2).join()) ??
              [...truth.values()].find((each) => each.orderId === record.orderId);
            expect(known).toBeDefined();
            const { paidMs, placedMs } = record as { paidMs?: number; placedMs?: number };
            const real = known as { paidMs?: number; placedMs?: number };
            if (paidMs !== undefined) expect(paidMs).toBe(real.paidMs);
            if (placedMs !== undefined) expect(placedMs).toBe(real.placedMs);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('workbooks: refused, or read as if nothing had happened', async () => {
    const whole = new Map<string, string>();
    for (const { name, bytes } of workbooks) {
      const result = await read(bytes);
      if (!result.ok) throw new Error(name);
      whole.set(name, JSON.stringify(await recordsOf(result)));
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...workbooks.map(({ name }) => name)),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        async (name, steps) => {
          const result = await read(apply(bytesOf(name), steps));
          if (!result.ok) expect(result.code, JSON.stringify(result)).not.toBe('internal');
          else expect(JSON.stringify(await recordsOf(result))).toBe(whole.get(name));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (bytes, asZip) => {
        const result = await read(asZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes);
        expect(result.ok).toBe(false);
        if (!result.ok) expect(result.code, JSON.stringify(result)).not.toBe('internal');
      }),
      { numRuns: 400 },
    );
  });
});
