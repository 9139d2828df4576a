/**
 * Which part of the list a page shows. The key is '' only when nothing selected narrows it: a filtered
 * list taken for the whole would prove orders absent that are merely hidden. Texts typed into inputs
 * may be a buyer's phone: only their labels go into the key.
 */

import { DAY_MS } from '../core/time';
import { parseDateMs, parseDateTimeMs } from './dates';
import { SELECT_VALUE } from './list-state';
import { cleanText } from './text';

export interface ListFilter {
  filterKey: string;
  rangeFromMs?: number;
  rangeToMs?: number;
}

export interface FilterWords {
  /** Words for the list's own date (下单时间): a range on it narrows by date, not by kind. */
  listDate: readonly string[];
}

const TAB = '[role="tab"], [class*="tabs-tab"], [class*="radio-button-wrapper"]';
const SELECTED_TAB =
  '[role="tab"][aria-selected="true"], [class*="tabs-tab-active"], [class*="radio-button-wrapper-checked"]';
const CARD = '[class*="groupItems"] > [class*="selected" i]';
const RANGE = '[class*="picker-range"]';
const ITEM = '[class*="form-item"]';
const ELSEWHERE = 'table, [class*="pagination"], scorelens-badge';
const CHECKED = 'input[type="checkbox"], input[type="radio"], [class*="switch-checked"]';

const WHOLE = /^全部(?:订单|售后|售后单)?$/;
const NEUTRAL = /^(?:全部.*|不限|请选择.*|所有.*|默认.*|.*时间|.*(?:排序|升序|降序))$/;
const TEXT_INPUTS = new Set(['', 'text', 'search', 'tel', 'number']);

/** Filters in force in the area `root`, outside tables and pagers. */
export function readFilter(root: Element, words: FilterWords, nowMs: number): ListFilter {
  const parts = new Set<string>([...tabParts(root), ...cardParts(root)]);
  const range = readRange(root, words, nowMs);
  if (range.part) parts.add(range.part);
  for (const part of [...selectParts(root), ...inputParts(root), ...checkParts(root)]) {
    parts.add(part);
  }
  const filterKey = [...parts].sort().join('&').slice(0, 200);
  const { fromMs, toMs } = range;
  return fromMs === undefined || toMs === undefined
    ? { filterKey }
    : { filterKey, rangeFromMs: fromMs, rangeToMs: toMs };
}

function tabParts(root: Element): string[] {
  const names = new Set(
    outside(root, SELECTED_TAB).map((tab) => withoutCount(cleanText(tab.textContent ?? '', 40))),
  );
  // Tabs without a readable selection: which one is shown cannot be told.
  if (names.size === 0) return outside(root, TAB).length > 0 ? ['tab=?'] : [];
  return [...names].filter((name) => !WHOLE.test(name)).map((name) => `tab=${name}`);
}

function cardParts(root: Element): string[] {
  return outside(root, CARD).map((card) => {
    const label = card.querySelector('[class*="label"]') ?? card;
    return `card=${withoutCount(cleanText(label.textContent ?? '', 40))}`;
  });
}

function selectParts(root: Element): string[] {
  return outside(root, SELECT_VALUE).flatMap((el) => {
    const value = cleanText(el.textContent ?? '', 40);
    if (value === '' || NEUTRAL.test(value)) return [];
    const label = labelOf(el);
    return [`select=${label ? `${label}:` : ''}${value}`];
  });
}

function inputParts(root: Element): string[] {
  return (outside(root, 'input') as HTMLInputElement[]).flatMap((input) => {
    if (!TEXT_INPUTS.has(input.type) || input.value.trim() === '') return [];
    if (input.closest(RANGE)) return [];
    return [`input=${labelOf(input) || cleanText(input.placeholder ?? '', 40) || '?'}`];
  });
}

function checkParts(root: Element): string[] {
  return outside(root, CHECKED).flatMap((el) => {
    if ((el as HTMLInputElement).checked === false) return [];
    // A radio drawn as a button is a tab, read above.
    if (el.closest('[class*="radio-button-wrapper"]')) return [];
    const text = cleanText(el.closest('label')?.textContent ?? '', 40) || labelOf(el) || '?';
    return /全选/.test(text) || WHOLE.test(text) ? [] : [`check=${text}`];
  });
}

interface Range {
  part?: string;
  fromMs?: number;
  toMs?: number;
}

function readRange(root: Element, words: FilterWords, nowMs: number): Range {
  const set = outside(root, RANGE).filter((picker) =>
    rangeInputs(picker).some((text) => text !== ''),
  );
  const [picker, ...others] = set;
  if (!picker) return {};
  const kind = cleanText(picker.closest(ITEM)?.querySelector(SELECT_VALUE)?.textContent ?? '', 40);
  const name = kind || labelOf(picker);
  const [from, to] = rangeInputs(picker);
  const fromMs = parseDateTimeMs(from ?? '', nowMs) ?? parseDateMs(from ?? '');
  const endDay = parseDateMs(to ?? '');
  // A bare end date means to the end of that day.
  const toMs =
    parseDateTimeMs(to ?? '', nowMs) ??
    (endDay === undefined ? undefined : endDay + DAY_MS - 1_000);
  const onListDate = others.length === 0 && words.listDate.includes(name);
  if (!onListDate || fromMs === undefined || toMs === undefined)
    return { part: `range=${name || '?'}` };
  return { fromMs, toMs };
}

function rangeInputs(picker: Element): string[] {
  return [...picker.querySelectorAll('input')].map((input) => cleanText(input.value));
}

function labelOf(el: Element): string {
  const label =
    el.closest(ITEM)?.querySelector('label') ??
    (el.previousElementSibling?.tagName === 'LABEL' ? el.previousElementSibling : undefined);
  return cleanText(label?.textContent ?? '', 40).replace(/[\s:]+$/, '');
}

function withoutCount(text: string): string {
  return text.replace(/[\s(]*\d[\d,]*\+?[\s)]*$/, '').trim();
}

function outside(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((el) => !el.closest(ELSEWHERE));
}
