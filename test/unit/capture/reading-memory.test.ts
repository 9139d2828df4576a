import { expect, it } from 'vitest';
import { createMemory } from '../../../src/capture/reading-memory';
import type { ListReading, TicketRecord } from '../../../src/core/entities';
import type { PageReading } from '../../../src/platforms/types';

function reading(ids: string[], list: Partial<ListReading>, dueMs?: number): PageReading {
  const records: TicketRecord[] = ids.map((ticketId) => ({
    kind: 'ticket',
    ticketId,
    orderId: `o${ticketId}`,
    ...(dueMs === undefined ? {} : { dueMs }),
  }));
  return {
    kind: 'aftersale-list',
    records,
    rows: records.map(({ ticketId, orderId }) => ({
      ticketId,
      orderId,
      anchor: undefined as unknown as Element,
    })),
    list: {
      side: 'aftersales',
      filterKey: '',
      rows: ids.length,
      total: 9,
      pageIndex: 1,
      newestFirst: true,
      ...list,
    },
    health: {
      kind: 'aftersale-list',
      verdict: 'ok',
      alternatives: {},
      groupsSeen: ids.length,
      groupsParsed: ids.length,
      fieldsMissing: {},
      problems: [],
    },
  };
}

it('dates rows from when they came, not from when they were looked at again', () => {
  const memory = createMemory();
  expect(memory.settle(reading(['1'], {}), 1_000).list?.loadedMs).toBe(1_000);
  expect(memory.settle(reading(['1'], {}), 9_000).list?.loadedMs).toBe(1_000);
  expect(memory.settle(reading(['2'], {}), 10_000).list?.loadedMs).toBe(10_000);
  memory.noteLoading();
  expect(memory.settle(reading(['2'], {}), 20_000).list?.loadedMs).toBe(20_000);
});

it('keeps the filter that the rows were loaded with', () => {
  const memory = createMemory();
  memory.settle(reading(['1'], { filterKey: 'tab=甲', rangeFromMs: 5, rangeToMs: 6 }), 1);
  // The tab is clicked, the rows have not come yet.
  expect(memory.settle(reading(['1'], { filterKey: '' }), 2).list).toMatchObject({
    filterKey: 'tab=甲',
    rangeFromMs: 5,
  });
  // The form is cleared but not applied; the next page still belongs to the filter.
  expect(memory.settle(reading(['2'], { filterKey: '', pageIndex: 2 }), 3).list?.filterKey).toBe(
    'tab=甲',
  );
  // Other rows on the first page with another total: the new filter holds, without the old range.
  const next = memory.settle(reading(['3'], { filterKey: '', total: 50 }), 4).list;
  expect(next?.filterKey).toBe('');
  expect(next).not.toHaveProperty('rangeFromMs');
});

it('steadies a deadline that wavers around a minute, and lets a new one through', () => {
  const memory = createMemory();
  const due = (ms: number): unknown => {
    const record = memory.settle(reading(['1'], {}, ms), 1).records[0];
    return record && 'dueMs' in record ? record.dueMs : undefined;
  };
  expect([due(600_000), due(660_000), due(540_000), due(600_000)]).toEqual([
    600_000, 600_000, 600_000, 600_000,
  ]);
  expect(due(900_000)).toBe(900_000);
});

it('an instant of reading is no news', () => {
  const memory = createMemory();
  const score = (seenMs: number, total: number): PageReading => ({
    ...reading([], {}),
    list: undefined as never,
    records: [
      {
        kind: 'score',
        state: 'scored',
        day: Math.floor(seenMs / 10),
        seenMs,
        total,
        dimensions: {},
        indicators: {},
      },
    ],
  });
  expect(
    [score(1, 90), score(2, 90), score(30, 90), score(31, 91)].map((each) => memory.isNew(each)),
  ).toEqual([true, false, false, true]);
});
