/**
 * Which part of the list a page shows. The key is '' only when nothing selected narrows it: a filtered
 * list taken for the whole would prove orders absent that are merely hidden. Texts typed into inputs
 * may be a buyer's phone: only their labels go into the key.
 */
import { parseDateTimeMs } from './dates';
import { around, type Surroundings } from './page-state';
import { cleanText } from './text';

export interface ListFilter {
  filterKey: string;
  rangeFromMs?: number;
  rangeToMs?: number;
}

const TABS = '[role="tab"], [class*="tabs-tab-active"], [class*="radio-button-wrapper"]';
const SELECTED_TAB =
  '[aria-selected="true"], [class*="tabs-tab-active"], [class*="radio-button-wrapper-checked"]';
const CHOSEN = '[class*="active" i], [class*="selected" i], [class*="checked" i], [aria-current]';
const STATE =
  /^(?:待|已|未|备货|部分|交易|退款|退货|换货|仲裁|超时|即将|临期|24h|24小时|等待)[\u4e00-\u9fff\dh]{1,8}$/;
const MENU = 'nav, aside, [class*="menu" i], [class*="sider" i], [class*="select" i]';
const CARDS = '[class*="groupItems"] > [class*="selected" i]';
/** antd 4 and 5 say select-selection-item, antd 6 select-content-value, Fusion an `em` in select-values. */
const SELECTS =
  '[class*="select-selection-item"], [class*="select-content-value"], [class*="select-values"] > em';
const RANGE = '[class*="picker-range"], [class*="range-picker"]';
const ITEM = '[class*="form-item"]';
/** Not filters: the pager's own, and header tables with their "select all". */
const ELSEWHERE = 'table, [class*="pagination"]';

const WHOLE = /^全部(?:订单|售后|售后单)?$/;
/** Select values that narrow nothing: all of it, the name of a date, an order of rows. */
const NEUTRAL =
  /^(?:(?:全部|所有|请选择|默认).*|不限|.*时间|.*(?:排序|[升降]序|由.到.|从.到.|优先))$/;

const textOf = (el: Element | null | undefined): string => cleanText(el?.textContent ?? '', 40);

/** Filters in force beside the table. `listDate`: words for the list's own date (下单时间). */
export function readFilter(
  where: Surroundings,
  listDate: readonly string[],
  nowMs: number,
): ListFilter {
  const parts = new Set<string>();
  const each = (selector: string, read: (el: HTMLInputElement) => void): void => {
    for (const el of around(where, selector)) {
      if (!el.closest(ELSEWHERE)) read(el as HTMLInputElement);
    }
  };

  let hasTabs = false;
  const selected = new Set<string>();
  each(TABS, (tab) => {
    hasTabs = true;
    if (tab.matches(SELECTED_TAB)) selected.add(withoutCount(textOf(tab)));
  });
  // Tabs without a readable selection: which one is shown cannot be told.
  if (hasTabs && selected.size === 0) selected.add('?');
  // Tabs drawn by hand: nothing but a class says which is chosen, and only a state's name that it is one.
  if (!hasTabs) {
    each(CHOSEN, (el) => {
      const name = withoutCount(textOf(el));
      if (STATE.test(name) && !el.closest(MENU)) selected.add(name);
    });
  }
  for (const name of selected) if (!WHOLE.test(name)) parts.add(`tab=${name}`);

  each(CARDS, (card) => {
    parts.add(`card=${withoutCount(textOf(card.querySelector('[class*="label"]') ?? card))}`);
  });
  each(SELECTS, (select) => {
    const value = textOf(select);
    if (value && !NEUTRAL.test(value)) {
      parts.add(`select=${[labelOf(select), value].filter(Boolean).join(':')}`);
    }
  });
  each('input', (input) => {
    const isBox = /checkbox|radio/.test(input.type);
    if (isBox ? !input.checked || input.closest(TABS) : !input.value.trim() || input.closest(RANGE))
      return;
    const name =
      (isBox && textOf(input.closest('label'))) || labelOf(input) || cleanText(input.placeholder);
    if (!/全选/.test(name)) parts.add(`${isBox ? 'check' : 'input'}=${name || '?'}`);
  });

  let range: Pick<ListFilter, 'rangeFromMs' | 'rangeToMs'> = {};
  each(RANGE, (picker) => {
    if (picker.parentElement?.closest(RANGE)) return;
    const [from = '', to = ''] = [...picker.querySelectorAll('input')].map((input) => input.value);
    if (from === '' && to === '') return;
    const name = textOf(picker.closest(ITEM)?.querySelector(SELECTS)) || labelOf(picker);
    const rangeFromMs = instant(from, '00:00:00', nowMs);
    const rangeToMs = instant(to, '23:59:59', nowMs);
    const isOwn = listDate.includes(name) && rangeFromMs !== undefined && rangeToMs !== undefined;
    if (isOwn && range.rangeToMs === undefined) range = { rangeFromMs, rangeToMs };
    else parts.add(`range=${name || '?'}`);
  });
  return { filterKey: [...parts].sort().join('&').slice(0, 200), ...range };
}

/** A bare date means its beginning, or its end. */
function instant(text: string, clock: string, nowMs: number): number | undefined {
  return parseDateTimeMs(text, nowMs) ?? parseDateTimeMs(`${text} ${clock}`, nowMs);
}

function labelOf(el: Element): string {
  const before = el.previousElementSibling;
  // The parts of a form item carry its stem too.
  let item = el.closest(ITEM);
  while (item && !item.querySelector('label')) item = item.parentElement?.closest(ITEM) ?? null;
  const label = item?.querySelector('label') ?? (before?.tagName === 'LABEL' ? before : null);
  return textOf(label).replace(/[\s:]+$/, '');
}

function withoutCount(text: string): string {
  return text.replace(/[\s(]*\d[\d,]*\+?[\s)]*$/, '');
}
