// @vitest-environment happy-dom
/** A virtual list holds a dozen of its rows at a time: the others are never claimed to be read. */
import { expect, it } from 'vitest';
import { addReading, coverageFor, emptyCoverage } from '../../../../src/core/coverage';
import { DAY_MS } from '../../../../src/core/time';
import { contextOf, getReader, loadCase } from '../../../pages/case';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

it.each([
  ['doudian/2026-05-18-orders-virtual', 12],
  ['doudian/2026-05-18-orders-virtual-div', 3],
])('%s: its rows are read, the rest of the list is not claimed', (name, rows) => {
  const page = loadCase(name);
  const context = contextOf(page, parse);
  const reader = getReader(page);
  const { records, list } = reader.read(context, reader.findRoot(context) as Element);
  expect(records).toHaveLength(rows);
  if (!list) throw new Error('no list');
  const state = addReading(emptyCoverage(), list, context.nowMs);
  expect(state.orders).toMatchObject({ total: 5000, intervals: [] });
  const from = context.nowMs - 30 * DAY_MS;
  const coverage = coverageFor(state, 'orders', from, context.nowMs, rows);
  expect(coverage).toMatchObject({ ratio: 0 });
  expect(coverage.expected).toBeUndefined();
});
