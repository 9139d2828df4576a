import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaybooks, findTriggeredActions } from '../../../src/core/advice';
import type {
  Evidence,
  LossRow,
  Playbook,
  PlaybookAction,
  SplitBy,
} from '../../../src/core/advice-types';

const action = (id: string, evidence?: Evidence): PlaybookAction => ({
  id,
  textKey: `t.${id}`,
  effectKey: 'e',
  evidence,
});
const book = (...actions: PlaybookAction[]): Playbook => ({
  id: 'book',
  titleKey: 't',
  indicators: ['some-rate'],
  deductions: ['some-deduction'],
  impactKey: 'i',
  actions,
  reviewQuestionKey: 'q',
  sources: ['S0'],
});
const row = (
  by: SplitBy,
  key: string,
  count: number,
  share: number,
  baseShare?: number,
): LossRow => ({
  by,
  key,
  count,
  share,
  baseShare,
});
const ids = (found: ReturnType<typeof findTriggeredActions>) => found.map((f) => f.action.id);

describe('findTriggeredActions', () => {
  it('names the product and the carrier, the larger part of the loss first', () => {
    const found = findTriggeredActions(
      book(action('carrier', { by: 'carrier' }), action('sku', { by: 'sku' })),
      [
        row('sku', '红色 M', 12, 0.6),
        row('sku', '蓝色 L', 2, 0.1),
        row('carrier', '甲快递', 8, 0.4),
      ],
    );
    expect(ids(found)).toEqual(['sku', 'carrier']);
    expect(found[0]).toMatchObject({ share: 0.6, count: 12 });
    expect(found[0]?.because.map((r) => r.key)).toEqual(['红色 M']);
  });

  it('leaves out general practice: it needs no evidence', () => {
    expect(findTriggeredActions(book(action('general')), [row('sku', 'a', 50, 1)])).toEqual([]);
  });

  it('does not call two orders a pattern, nor a twentieth of the loss', () => {
    const entry = book(action('sku', { by: 'sku' }));
    expect(findTriggeredActions(entry, [row('sku', 'a', 2, 1)])).toEqual([]);
    expect(findTriggeredActions(entry, [row('sku', 'a', 40, 0.05)])).toEqual([]);
    expect(ids(findTriggeredActions(entry, [row('sku', 'a', 3, 0.3)]))).toEqual(['sku']);
  });

  it('does not blame the carrier that simply has most of the parcels', () => {
    const entry = book(action('carrier', { by: 'carrier' }));
    expect(findTriggeredActions(entry, [row('carrier', '甲', 90, 0.9, 0.9)])).toEqual([]);
    expect(ids(findTriggeredActions(entry, [row('carrier', '乙', 50, 0.5, 0.1)]))).toEqual([
      'carrier',
    ]);
    expect(findTriggeredActions(entry, [row('carrier', '甲', 50, 0.5, 0.42)])).toEqual([]);
    expect(ids(findTriggeredActions(entry, [row('carrier', '甲', 50, 0.5, 0.41)]))).toEqual([
      'carrier',
    ]);
  });

  it('adds up the reasons of one set, whatever their width and spaces', () => {
    const entry = book(
      action('mismatch', { by: 'reason', reasonSet: { includes: ['描述不符'], not: ['尺码'] } }),
    );
    const found = findTriggeredActions(entry, [
      row('reason', '材质与 描述不符', 2, 0.2),
      row('reason', '效果与描述不符', 2, 0.25),
      row('reason', '尺码与描述不符', 9, 0.5),
      row('reason', '不想要了', 1, 0.05),
    ]);
    expect(found[0]?.because.map((r) => r.key)).toEqual(['效果与描述不符', '材质与 描述不符']);
    expect(found[0]?.share).toBeCloseTo(0.45, 10);
    expect(found[0]?.count).toBe(4);
  });

  it('finds the heaviest run of hours, also across midnight', () => {
    const entry = book(action('hours', { by: 'hour', span: 3, minShare: 0.5 }));
    const found = findTriggeredActions(entry, [
      row('hour', '23', 4, 0.25),
      row('hour', '0', 3, 0.2),
      row('hour', '1', 2, 0.15),
      row('hour', '12', 5, 0.4),
    ]);
    expect(found[0]?.because.map((r) => r.key)).toEqual(['23', '0', '1']);
    expect(found[0]?.share).toBeCloseTo(0.6, 10);
  });

  it('knows that Monday follows Sunday', () => {
    const entry = book(action('days', { by: 'weekday', span: 2, minShare: 0.5 }));
    const found = findTriggeredActions(entry, [
      row('weekday', '7', 3, 0.3),
      row('weekday', '1', 3, 0.3),
    ]);
    expect(found[0]?.because).toHaveLength(2);
  });

  it('ignores rows that hold no number', () => {
    const entry = book(action('sku', { by: 'sku' }));
    const rows = [row('sku', 'a', 9, Number.NaN), row('sku', 'b', 0, 0.9), row('sku', 'c', 9, -1)];
    expect(findTriggeredActions(entry, rows)).toEqual([]);
  });
});

const splits: SplitBy[] = ['reason', 'sku', 'carrier', 'province', 'weekday', 'hour'];
const anyRow: fc.Arbitrary<LossRow> = fc.record(
  {
    by: fc.constantFrom(...splits),
    key: fc.oneof(fc.constantFrom('0', '1', '7', '12', '23', '质量问题', '发货慢'), fc.string()),
    count: fc.nat(40),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    baseShare: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: ['by', 'key', 'count', 'share'] },
);
const anyEvidence: fc.Arbitrary<Evidence> = fc.record(
  {
    by: fc.constantFrom(...splits),
    span: fc.integer({ min: 1, max: 30 }),
    minShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    minCount: fc.integer({ min: 1, max: 9 }),
    reasonSet: fc.constant({ includes: ['质量', '慢'] }),
  },
  { requiredKeys: ['by'] },
);

describe('findTriggeredActions, always', () => {
  it('only with rows of the right split, above the thresholds, largest share first', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 5 }), fc.array(anyRow), (evidences, rows) => {
        const found = findTriggeredActions(
          book(...evidences.map((evidence, i) => action(String(i), evidence))),
          rows,
        );
        for (const [i, entry] of found.entries()) {
          const evidence = entry.action.evidence as Evidence;
          expect(entry.because.length).toBeGreaterThan(0);
          expect(entry.because.every((r) => r.by === evidence.by && rows.includes(r))).toBe(true);
          expect(entry.share).toBeGreaterThanOrEqual((evidence.minShare ?? 0.3) - 1e-12);
          expect(entry.share).toBeLessThanOrEqual(1);
          expect(entry.count).toBeGreaterThanOrEqual(evidence.minCount ?? 3);
          expect(entry.share).toBeLessThanOrEqual(found[i - 1]?.share ?? 1);
        }
      }),
    );
  });

  it('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.uniqueArray(anyRow, { selector: (r) => `${r.by}|${r.key}` }),
        (evidence, rows) => {
          const entry = book(action('a', evidence));
          const there = findTriggeredActions(entry, rows);
          const back = findTriggeredActions(entry, [...rows].reverse());
          expect(ids(back)).toEqual(ids(there));
          expect(back[0]?.because.map((r) => r.key)).toEqual(there[0]?.because.map((r) => r.key));
        },
      ),
    );
  });
});

describe('findPlaybooks', () => {
  it('answers for an indicator and for a deduction', () => {
    const entry = book();
    expect(findPlaybooks([entry], 'some-rate')).toEqual([entry]);
    expect(findPlaybooks([entry], 'some-deduction')).toEqual([entry]);
    expect(findPlaybooks([entry], 'other')).toEqual([]);
  });
});
