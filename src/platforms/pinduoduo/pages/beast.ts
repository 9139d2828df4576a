/**
 * The component library of this back-end (beast-core): testids are stable, class names are
 * `ABBR_part_<version>` (PGT pagination, TAB tabs, CAD card, Spn spinner; 4-73-0 … 5-188-0, 2021–2026).
 */
import { parseDateTimeMs } from '../../../capture/dates';
import { inFront } from '../../../capture/hidden';
import { cellText } from '../../../capture/leaves';
import type { ListFilter } from '../../../capture/list-filter';
import { type Paging, readPaging } from '../../../capture/list-state';
import { parseCount } from '../../../capture/numbers';
import { surroundings } from '../../../capture/page-state';
import { cleanText } from '../../../capture/text';

export const PAGER = '[data-testid="beast-core-pagination"], [class*="PGT_outer"]';
export const BUSY =
  '[class*="Spn_spinningMask"], [data-testid="beast-core-spin"][aria-busy="true"]';

const TABS = '[data-testid="beast-core-tab-itemLabel-wrapper"], [class*="TAB_capsule"]';
const CHOSEN_TAB = '[class*="ctive"], [aria-selected="true"]';
const CARDS = '[data-testid="beast-core-card"][class*="CAD_beastCardChecked"]';
const SELECTS = '[class*="ST_itemRendererLabel"], [data-testid*="beast-core-select"] input';
/** Inputs of ours are none of these: the pager's own, and boxes in front of rows. */
const ELSEWHERE = 'table, [class*="PGT_"], [data-testid*="pagination"]';
const WHOLE = /^(?:全部|所有|请选择|不限)(?:订单|售后单?|状态)?$/;
const RANGE = /^(\d{4}\D\d{1,2}\D\d{1,2}[\d: ]*?) ?[~至] ?(\d{4}\D\d{1,2}\D\d{1,2}[\d: ]*)$/;

/** The pager: total by its text, page and size by `data-status="beast-core-pagination-<size>-<page>"`. */
export function beastPaging(root: Element): Paging {
  const [pager] = inFront([...root.querySelectorAll(PAGER)]);
  if (!pager) return {};
  const paging = readPaging([pager]);
  const [, size = '', page = ''] =
    /-(\d+)-(\d+)$/.exec(pager.getAttribute('data-status') ?? '') ?? [];
  const shown = pager.querySelector('[class*="PGT_pagerItemActive"]');
  return {
    ...paging,
    pageSize: parseCount(size) || paging.pageSize,
    pageIndex:
      parseCount(page) || parseCount(cleanText(shown?.textContent ?? '')) || paging.pageIndex,
  };
}

/**
 * What narrows the list. '' only when nothing chosen does; of texts typed in only the labels are kept.
 * The address's `tab=0` shows everything.
 */
export function beastFilter(
  root: Element,
  block: Element | undefined,
  url: URL,
  listDate: RegExp,
  nowMs: number,
): ListFilter {
  const parts = new Set<string>();
  const found: Omit<ListFilter, 'filterKey'> = {};
  const outside = (block ? surroundings(root, block) : [root]).flatMap((el) => [
    el,
    ...el.querySelectorAll('*'),
  ]);
  const each = (selector: string, read: (el: Element) => void): void => {
    for (const el of outside) if (el.matches(selector) && !el.closest(ELSEWHERE)) read(el);
  };
  const tabs: Element[] = [];
  each(TABS, (tab) => tabs.push(tab));
  const chosen = tabs.filter((tab) => tab.matches(CHOSEN_TAB) || tab.closest(CHOSEN_TAB));
  const tab = url.searchParams.get('tab') ?? url.searchParams.get('type');
  for (const each of chosen) {
    const name = withoutCount(each);
    if (!WHOLE.test(name)) parts.add(`tab=${name}`);
  }
  // Tabs without a readable choice, and none in the address: which one is shown cannot be told.
  if (chosen.length === 0 && (tab === null ? tabs.length > 0 : tab !== '0')) {
    parts.add(`tab=${tab === null || !/^\d{1,4}$/.test(tab) ? '?' : tab}`);
  }
  each(CARDS, (card) => parts.add(`card=${withoutCount(card)}`));
  each(SELECTS, (select) => {
    const value = cleanText((select as HTMLInputElement).value || (select.textContent ?? ''), 40);
    if (value !== '' && !WHOLE.test(value)) parts.add(`select=${nameOf(select)}:${value}`);
  });
  each('input', (el) => {
    const input = el as HTMLInputElement;
    if (el.matches(SELECTS) || !input.value.trim()) return;
    if (/checkbox|radio/.test(input.type)) {
      if (input.checked) parts.add(`check=${nameOf(el)}`);
      return;
    }
    const [, from = '', to = ''] = RANGE.exec(cleanText(input.value)) ?? [];
    const rangeFromMs = instant(from, '00:00:00', nowMs);
    const rangeToMs = instant(to, '23:59:59', nowMs);
    const isOwn = listDate.test(nameOf(el)) && rangeFromMs !== undefined && rangeToMs !== undefined;
    if (isOwn && found.rangeToMs === undefined) Object.assign(found, { rangeFromMs, rangeToMs });
    else parts.add(`${from ? 'range' : 'input'}=${nameOf(el)}`);
  });
  return { filterKey: [...parts].sort().join('&').slice(0, 200), ...found };
}

/** A bare date means its beginning, or its end. */
const instant = (text: string, clock: string, nowMs: number): number | undefined =>
  parseDateTimeMs(text, nowMs) ?? parseDateTimeMs(`${text} ${clock}`, nowMs);

/** `div[label="订单状态"]` (2021), else the form item's label text. */
function nameOf(el: Element): string {
  const item = el.closest('[label], [class*="Form_item"]');
  const text = item?.getAttribute('label') ?? cellText(item ?? undefined).leaves[0] ?? '';
  return /^[\u4e00-\u9fff/()]{1,12}:?$/.test(text) ? text.replace(/:$/, '') : '?';
}

const withoutCount = (el: Element): string =>
  cleanText(el.textContent ?? '', 40).replace(/[\s(]*\d[\d,]*\+?[\s)]*$/, '');

/**
 * Blocks around marks: the widest element around each that holds no other mark, no form and no pager.
 */
export function blocksAround(
  scope: ParentNode,
  marks: readonly Element[],
  stop: string,
): Element[] {
  const all = new Set(marks);
  const blocks = marks.map((mark) => {
    let block = mark;
    for (let up = mark.parentElement; up && up.tagName !== 'BODY'; up = up.parentElement) {
      if (!scope.contains(up)) break;
      const others = [...all].some((other) => other !== mark && up?.contains(other));
      if (others || up.querySelector(stop)) break;
      block = up;
    }
    return block;
  });
  return [...new Set(blocks)];
}
/** Never inside a block: the search form, the pager. */
export const OUTSIDE_BLOCK = `input:not([type="checkbox"]), ${PAGER}`;
