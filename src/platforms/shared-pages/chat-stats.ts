/**
 * Chat statistics of one day (飞鸽 › 客服数据), one row per agent; agents' names are never read. Column
 * names from readers of 2026 (接待会话量, 有效评价数, 工作时间平响时长); the markup is not public. Sums are
 * taken only when every agent is on the page and every cell parses.
 */
import { parseDateTimeMs } from '../../capture/dates';
import type { ColumnRole } from '../../capture/grid';
import { cellText } from '../../capture/leaves';
import { readPaging } from '../../capture/list-state';
import { parseCount } from '../../capture/numbers';
import { surroundings } from '../../capture/page-state';
import { compact } from '../../capture/record';
import { isNone } from '../../capture/text';
import type { ChatDayFields, ChatDayRecord } from '../../core/entities';
import { beijingDay } from '../../core/time';
import type { PageReader } from '../types';
import { type FlatRow, readFlatTable } from './flat-table';
import { plainReader } from './plain-page';
import { valueIn } from './score-values';
import type { Site } from './site';

export type ChatRole =
  | 'sessions'
  | 'rounds'
  | 'rated'
  | 'unsatisfied'
  | 'reply'
  | 'answered'
  | 'unanswered';

/** What a back-end calls its columns, where not as below. */
export interface ChatColumns {
  host?: string;
  columns?: readonly ColumnRole<ChatRole>[];
  /** A text that only the loaded content has. */
  marker?: RegExp;
  /** The page names no shop. */
  isShopless?: boolean;
}

const ROLES: readonly ColumnRole<ChatRole>[] = [
  { role: 'sessions', words: ['接待会话量', '接待会话数', '人工会话量', '人工会话数'], not: /率/ },
  { role: 'rounds', words: ['会话轮次', '对话轮次', '回复轮次', '会话轮数', '对话轮数'] },
  { role: 'rated', words: ['有效评价数', '评价会话数', '评价会话量'], not: /率/ },
  { role: 'unsatisfied', words: ['不满意会话数', '不满意会话量', '不满意数'], not: /率/ },
  // Not the whole day's mean: only 08:00–23:00 counts.
  { role: 'reply', words: ['工作时间平响时长', '工作时间平均响应时长'] },
];

const ROLE_FIELDS = [
  ['sessions', 'sessions'],
  ['rounds', 'rounds'],
  ['rated', 'ratedSessions'],
  ['unsatisfied', 'unsatisfiedSessions'],
  ['reply', 'replySeconds'],
  ['answered', 'answeredIn3Min'],
] as const satisfies readonly (readonly [ChatRole, keyof ChatDayFields])[];

/** Beside the agents, and none: counted as one they would double the day. */
const AVERAGE = /^(?:全店|店铺|团队|同行|行业)?(?:均值|平均|人均|中位数|优秀|标杆)/;
const TOTAL_ROW = /^(?:合计|总计|汇总)$/;
const PICKER = '[class*="picker" i] input, [data-testid*="picker" i] input';

/** @param path of the address; all of it */
export const chatStatsReader = (site: Site, path: RegExp, own: ChatColumns = {}): PageReader =>
  plainReader(site, {
    kind: 'chat-stats',
    host: own.host ?? site.host,
    path,
    isShopless: own.isShopless ?? false,
    marker: own.marker ?? /接待会话|人工会话|有效评价数|平响时长/,
    read: ({ nowMs }, root) => {
      const table = readFlatTable(root, own.columns ?? ROLES, []);
      const listed = table.rows ?? [];
      const all = listed.filter(({ el }) => !AVERAGE.test(cellText(el).leaves[0] ?? ''));
      const failure = (why: string) => ({ records: [], seen: table.seen, parsed: 0, fatal: [why] });
      if (!table.rows || Object.keys(table.columns).length === 0) return failure('headers-unknown');
      if (all.length === 0) return failure('no-groups');
      const day = dayOf(root, nowMs);
      if (day === undefined) return failure('day-unknown');
      // Today's numbers still grow.
      if (day >= beijingDay(nowMs)) return failure('day-unfinished');

      const totals = all.filter(({ el }) =>
        cellText(el).leaves.some((text) => TOTAL_ROW.test(text)),
      );
      const rows = totals.length > 0 ? totals.slice(0, 1) : all;
      const grid = root.querySelector('table') ?? root;
      const paging = readPaging(surroundings(root, grid));
      // Part of the agents is no shop's day.
      const isWhole =
        totals.length > 0 ||
        // The pager may count the averages too.
        (listed.length === table.seen &&
          (paging.total === all.length || paging.total === listed.length));
      if (!isWhole) return failure('fewer-rows');

      const sum = (role: ChatRole): number | undefined =>
        add(rows.map((row) => countIn(row, role)));
      const record: ChatDayRecord = compact({
        kind: 'chat-day',
        day,
        sessions: sum('sessions'),
        answeredIn3Min: sum('answered') ?? less(sum('sessions'), sum('unanswered')),
        rounds: sum('rounds'),
        ratedSessions: sum('rated'),
        unsatisfiedSessions: sum('unsatisfied'),
        replySeconds: add(rows.map((row) => replyOf(row, table.unitOf('reply')))),
      });
      const fields = Object.keys(record).length - 2;
      // `--` is an answer; anything else that gave no number is a cell we cannot read.
      const unread = ROLE_FIELDS.filter(
        ([role, field]) =>
          table.columns[role] !== undefined &&
          record[field] === undefined &&
          !rows.some((row) => isNone(row.cell(role).lines[0] ?? '')),
      ).map(([, field]) => field);
      return {
        records: [record],
        seen: table.seen,
        parsed: listed.length,
        missing: Object.fromEntries(unread.map((field) => [field, 1])),
        problems: unread.length > 0 ? ['fields-missing'] : [],
        fatal: fields > 0 ? [] : ['labels-unknown'],
        alternatives: { rows: totals.length > 0 ? 'total-row' : 'sum' },
      };
    },
  });

const countIn = (row: FlatRow<ChatRole>, role: ChatRole): number | undefined =>
  parseCount(row.cell(role).lines[0] ?? '');

/** Mean × rounds, to the second. */
function replyOf(row: FlatRow<ChatRole>, unit: string): number | undefined {
  const text = row.cell('reply').lines[0] ?? '';
  const mean = valueIn('seconds', /^[\d.]+$/.test(text) ? text + unit : text);
  const rounds = countIn(row, 'rounds');
  return mean === undefined || rounds === undefined ? undefined : Math.round(mean * rounds);
}

/** Undefined as soon as one part is. */
function add(parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce((sum, part) =>
    sum === undefined || part === undefined ? undefined : sum + part,
  );
}

/** What is left of a count, when it can be. */
const less = (all: number | undefined, part: number | undefined): number | undefined =>
  all === undefined || part === undefined || part > all ? undefined : all - part;

/** The one day of the page's date picker. */
function dayOf(root: Element, nowMs: number): number | undefined {
  const values = [...root.querySelectorAll(PICKER)].map((input) => {
    const { value } = input as HTMLInputElement;
    return value || (input.getAttribute('value') ?? '');
  });
  // Both ends of a range may stand in one input.
  const dates = values.flatMap((value) => value.match(/\d{4}\D\d{1,2}\D\d{1,2}/g) ?? []);
  const days = new Set(dates.map((date) => parseDateTimeMs(`${date} 00:00:00`, nowMs)));
  const [ms] = days;
  return days.size === 1 && ms !== undefined ? beijingDay(ms) : undefined;
}
