// @vitest-environment happy-dom
/**
 * Whatever happens to a page: no throw leaves a reader, no id that the page does not have, no number
 * that the page does not print, no person, and a broken page yields nothing.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  OrderRecord,
  PageRecord,
  ScoreSnapshot,
  TicketRecord,
} from '../../../src/core/entities';
import { getPlatform } from '../../../src/platforms/registry';
import type { PageReading } from '../../../src/platforms/types';
import { contextOf, getReader, listCases, loadCase } from '../../pages/case';
import { platformOf } from '../../pages/case-reading';
import { damage, damages } from './mutate';

const HOOKS = ['data-row-key', 'data-kora-json', 'data-clipboard-text', 'data-status'];
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const cases = listCases().map(loadCase);
/** More with SCORELENS_FUZZ_RUNS=1000. */
const RUNS = Number(process.env.SCORELENS_FUZZ_RUNS ?? 25);

/** Digits of the page as they could be read: full-width folded, thousands commas and blanks gone. */
function printed(doc: Document): string {
  return (doc.documentElement.textContent ?? '')
    .normalize('NFKC')
    .replace(/[,\s\u200b-\u200f\u202a-\u202e]/g, '');
}

function moneyOf(records: readonly PageRecord[]): number[] {
  return records.flatMap((record) => {
    const { paidFen, refundFen } = record as Partial<OrderRecord & TicketRecord>;
    const lines = record.kind === 'order' ? record.lines.map((line) => line.unitPriceFen) : [];
    return [paidFen, refundFen, ...lines].filter((fen) => fen !== undefined);
  });
}

function countsOf({ records, list }: PageReading): number[] {
  const counts = records.flatMap((record) => {
    if (record.kind === 'order') return record.lines.map((line) => line.quantity);
    return record.kind === 'ticket' ? [record.itemCount] : [];
  });
  return [...counts, list?.total, list?.pageIndex, list?.pageSize].filter(
    (count) => count !== undefined,
  );
}

function checkScore(snapshot: ScoreSnapshot, text: string): void {
  const numbers = [
    snapshot.total,
    snapshot.bonus,
    snapshot.deduction,
    ...Object.values(snapshot.dimensions).map(({ score }) => score),
  ].filter((number) => number !== undefined);
  for (const number of numbers) expect(text).toContain(String(number));
  for (const indicator of Object.values(snapshot.indicators)) {
    expect(text).toContain(indicator.text.replace(/\s/g, ''));
    for (const { points } of indicator.tiers ?? []) expect(text).toContain(`${points}分`);
    if (indicator.value === undefined) continue;
    expect(indicator.text).toMatch(/\d/);
    expect(indicator.value).toBeGreaterThanOrEqual(0);
  }
}

describe('any damage', () => {
  it.each(cases.map((page) => [page.name, page] as const))('%s', (_name, page) => {
    const reader = getReader(page);
    fc.assert(
      fc.property(damages, (list) => {
        const context = contextOf(page, parse);
        damage(context.doc, list);
        const text = printed(context.doc);
        const hooks = [
          ...context.doc.querySelectorAll(
            '[data-row-key], [data-kora-json], [data-clipboard-text], [data-status]',
          ),
        ]
          .flatMap((el) => HOOKS.map((hook) => el.getAttribute(hook)))
          .join(' ');
        const root = reader.findRoot(context);
        if (!root) return;
        const reading = reader.read(context, root);
        const { records, health, shop, rows } = reading;
        if (health.verdict === 'broken')
          expect([records, rows, reading.list]).toEqual([[], [], undefined]);
        else if (records.length > 0) expect(shop ?? reading.ofHost).toBeDefined();
        for (const row of rows) {
          expect(text + hooks).toContain(row.orderId);
          expect(row.orderId).toMatch(getPlatform(page.name.split('/')[0] ?? '').orderIdPattern);
          // A case without a number of its own on the page is named by its order and its time.
          const name = row.ticketId ?? '';
          if (!name.startsWith(`${row.orderId}-`)) expect(text + hooks).toContain(name);
          expect(root.contains(row.anchor)).toBe(true);
        }
        for (const fen of moneyOf(records)) {
          const yuan = Math.trunc(fen / 100);
          const rest = fen % 100;
          const forms = [`${yuan}.${String(rest).padStart(2, '0')}`];
          if (rest % 10 === 0) forms.push(`${yuan}.${rest / 10}`);
          if (rest === 0) forms.push(String(yuan));
          expect(forms.some((form) => text.includes(form))).toBe(true);
        }
        for (const count of countsOf(reading)) expect(text + hooks).toContain(String(count));
        for (const record of records) if (record.kind === 'score') checkScore(record, text);
        // A text moved into another cell is that cell's text: nobody could tell. All else must hold.
        if (list.some(({ kind }) => kind === 'swap-texts' || kind === 'move')) return;
        const json = JSON.stringify({ records, list: reading.list });
        for (const secret of page.about.pii) expect(json).not.toContain(secret);
      }),
      { numRuns: RUNS },
    );
  });
});

it('reading changes nothing on the page', () => {
  for (const page of cases) {
    const context = contextOf(page, parse);
    const before = context.doc.documentElement.outerHTML;
    for (const reader of platformOf(page).readers) {
      const root = reader.findRoot(context);
      if (root) reader.read(context, root);
    }
    expect(context.doc.documentElement.outerHTML).toBe(before);
  }
});

it('a second reading says what the first said, and sees every later change', () => {
  for (const page of cases) {
    const context = contextOf(page, parse);
    const reader = getReader(page);
    const root = reader.findRoot(context) as Element;
    const first = reader.read(context, root);
    expect(reader.read(context, root)).toEqual(first);
    const [row] = first.rows;
    if (!row) continue;
    let isChanged = false;
    const walker = context.doc.createTreeWalker(root, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node as Text;
      const other = text.data.replace(row.orderId, row.orderId.replace(/\d{6}$/, '999999'));
      isChanged ||= other !== text.data;
      text.data = other;
    }
    // Printed in another form, full-width say.
    if (!isChanged) continue;
    // Either the new number is read, or it contradicts the row's hook and the row is not read at all.
    const second = reader.read(context, root);
    expect(second.rows.map(({ orderId }) => orderId)).not.toContain(row.orderId);
  }
});
