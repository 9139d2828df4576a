/** Where the content of a page is, and what it shows instead of it: a spinner, a login, a slider check. */
import { HIDDEN } from './hidden';
import { cleanText } from './text';

/** Elements of the content area beside the list's table: pager, tabs, form, spinner. Nearest first. */
export type Surroundings = readonly Element[];

/**
 * Everything under `root` that is not the table or around it. A list's table holds most elements of a
 * page, so looking for a pager or a filter only here is ten times cheaper, and rows cannot pose as one.
 */
export function surroundings(root: Element, table: Element): Surroundings {
  const found: Element[] = [];
  for (let el = table; el !== root && el.parentElement; el = el.parentElement) {
    for (const sibling of el.parentElement.children) if (sibling !== el) found.push(sibling);
  }
  return found;
}

/** All elements of the surroundings that match and are not hidden, nearest to the table first. */
export function around(where: Surroundings, selector: string): Element[] {
  return where
    .flatMap((el) => [...(el.matches(selector) ? [el] : []), ...el.querySelectorAll(selector)])
    .filter((el) => !el.closest(HIDDEN));
}

/** antd's and Fusion's spinners. */
const BUSY = '[class*="spin-spinning"], [aria-busy="true"], [class*="loading-indicator"]';
const SKELETON = '[class*="skeleton"]';
/** Anything that stands for content on its way. */
export const WAITING = `${BUSY}, ${SKELETON}`;

/** Still loading, or showing a spinner or skeleton anywhere. */
export function isBusy(doc: Document): boolean {
  return doc.readyState !== 'complete' || doc.querySelector(WAITING) !== null;
}

/**
 * True while the table's rows are on their way: a spinner over the table (its old rows lie under it and
 * belong to another page or filter), or a spinner or skeleton instead of rows. Spinners inside a cell
 * or a button, or over something else, do not count.
 */
export function isLoading(where: Surroundings, table: Element, hasRows: boolean): boolean {
  if (table.closest('[aria-busy="true"]')) return true;
  if (!hasRows && table.querySelector(SKELETON)) return true;
  return around(where, BUSY).some((busy) => {
    const host = busy.closest(
      '[class*="spin-nested-loading"], [class*="table-wrapper"], [class*="table-loading"]:not([class*="loading-content"])',
    );
    return !busy.closest('button') && (host ? host.contains(table) : !hasRows);
  });
}

const LOGIN = /(?:扫码|手机号?|验证码|密码|重新)登录|登录已(?:过期|失效)/;
const CAPTCHA = /请完成.{0,2}验证|拖动(?:滑块|完成)|按住.{0,6}拖动|滑动.{0,6}验证|安全验证/;

/** `captcha` or `login` when the page asks for one; ask only where the expected content is absent. */
export function findBarrier(doc: Document): 'login' | 'captcha' | undefined {
  for (const box of doc.querySelectorAll('[id*="captcha"], [class*="captcha"]')) {
    if (CAPTCHA.test(cleanText(box.textContent ?? ''))) return 'captcha';
  }
  const text = doc.body?.textContent ?? '';
  // A login page is short; a full back-end page that has such words in a menu is not one.
  const isLogin = text.length < 3_000 && LOGIN.test(text);
  return isLogin || doc.querySelector('input[type="password"]') ? 'login' : undefined;
}

/** The list says so itself: placeholder text instead of rows. */
export function saysEmpty(root: Element): boolean {
  const says = (box: Element, words: RegExp): boolean =>
    !box.closest(HIDDEN) && words.test(cleanText(box.textContent ?? ''));
  return (
    [...root.querySelectorAll('[class*="empty"], [class*="placeholder"]')].some((box) =>
      says(box, /暂无|没有|无数据|No data/i),
    ) ||
    // A sentence in place of rows, without a class of its own (千牛: 没有符合条件的宝贝).
    [...root.querySelectorAll('td:only-child, [class*="table-body"] > :only-child')].some((box) =>
      says(box, /^(?:暂无|没有(?:符合|找到|查询?到)|未(?:找到|查询?到)).{1,40}$/),
    )
  );
}

/**
 * The part of the page to read and observe: the widest ancestor that is not the whole page, i.e. below
 * the first ancestor that also holds a `stop` element (the top bar with the shop's name) or is the body.
 * It holds the table with its tabs, form and pagination, and outlives the re-rendering of a table.
 */
export function contentRoot(el: Element, stop: string): Element {
  let root = el;
  for (
    let up = el.parentElement;
    up && !/^(?:BODY|HTML)$/.test(up.tagName);
    up = up.parentElement
  ) {
    if (up.matches(stop) || up.querySelector(stop)) break;
    root = up;
  }
  return root;
}

/** Documents of same-origin frames inside this one, at any depth (a foreign frame is skipped). */
export function frameDocuments(doc: Document): Document[] {
  return [...doc.querySelectorAll('iframe')].flatMap((frame) => {
    try {
      const inner = frame.contentDocument;
      return inner ? [inner, ...frameDocuments(inner)] : [];
    } catch {
      // Another origin.
      return [];
    }
  });
}
