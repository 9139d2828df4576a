/** Which practice is due, which is open, which is done: on one Beijing day, by hand. */
import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from '../../../src/core/advice-types';
import { checklistView } from '../../../src/ui/dashboard/playbook/checklist-model';

const item = (
  id: string,
  topic: ChecklistItem['topic'],
  every?: ChecklistItem['every'],
): ChecklistItem => ({
  id,
  topic,
  textKey: id,
  sources: [],
  unscored: true,
  ...(every ? { every } : {}),
});
const ITEMS = [
  item('papers', 'goods'),
  item('patrol', 'goods', 'week'),
  item('carriers', 'logistics', 'month'),
  item('reviews', 'service', 'day'),
  item('boxes', 'goods', 'batch'),
];
// 00:30 of 24 November in Beijing, still the 23rd in London.
const NOW = Date.parse('2026-11-23T16:30:00Z');
const ids = (rows: { item: ChecklistItem }[]): string[] => rows.map((row) => row.item.id);

describe('the checklist', () => {
  it('begins with what every day asks for, then every week; the rest waits by topic', () => {
    const view = checklistView(ITEMS, {}, NOW);
    expect(ids(view.now)).toEqual(['reviews', 'patrol']);
    expect(view.topics.map(({ topic, rows }) => [topic, ids(rows)])).toEqual([
      ['goods', ['papers', 'boxes']],
      ['logistics', ['carriers']],
    ]);
    expect(view.done).toEqual([]);
  });

  it('brings back what is due again, before what was never done; once done is done where nothing repeats', () => {
    const done = {
      papers: '2025-01-01',
      boxes: '2026-01-01',
      carriers: '2026-10-25',
      patrol: '2026-11-18',
    };
    const view = checklistView(ITEMS, done, NOW);
    // 30 days after 25 October is today; 7 days after 18 November is tomorrow.
    expect(view.now).toMatchObject([
      { item: { id: 'carriers' }, state: 'due', doneOn: '2026-10-25', dueOn: '2026-11-24' },
      { item: { id: 'reviews' }, state: 'open' },
    ]);
    expect(view.topics).toEqual([]);
    expect(ids(view.done)).toEqual(['papers', 'patrol', 'boxes']);
    expect(view.done[1]).toMatchObject({ dueOn: '2026-11-25' });
  });

  it('asks again for a daily one from the next Beijing day on', () => {
    expect(ids(checklistView(ITEMS, { reviews: '2026-11-24' }, NOW).now)).toEqual(['patrol']);
    expect(checklistView(ITEMS, { reviews: '2026-11-23' }, NOW).now[0]).toMatchObject({
      item: { id: 'reviews' },
      state: 'due',
    });
  });
});
