/** What a page shows instead of its content: a spinner, a skeleton, a login form, a slider check. */
import { cleanText } from './text';

const BUSY = '[class*="spin-spinning"], [aria-busy="true"]';
const SKELETON = '[class*="skeleton"]';

/**
 * True while the table's rows are on their way: a spinner over the table (its old rows lie under it and
 * belong to another page or filter), or a spinner or skeleton instead of rows. Spinners inside a cell
 * or a button, or over something else, do not count.
 */
export function isLoading(root: Element, table: Element, hasRows: boolean): boolean {
  const area = table.closest('[class*="table-wrapper"], [class*="table-container"]') ?? table;
  if (table.closest('[aria-busy="true"]')) return true;
  for (const busy of root.querySelectorAll(BUSY)) {
    if (busy.closest('td, th, button')) continue;
    const host = busy.closest('[class*="spin-nested-loading"]');
    if (host ? host.contains(table) : area.contains(busy) || !hasRows) return true;
  }
  return !hasRows && area.querySelector(SKELETON) !== null;
}

const LOGIN = /扫码登录|手机登录|手机号登录|验证码登录|密码登录|登录已过期|登录已失效|重新登录/;
const CAPTCHA =
  /请完成(?:下列|安全|以下)验证|拖动(?:滑块|完成)|按住.{0,6}拖动|滑动.{0,6}验证|安全验证/;

/** `captcha` or `login` when the page asks for one; ask only where the expected content is absent. */
export function findBarrier(doc: Document): 'login' | 'captcha' | undefined {
  for (const box of doc.querySelectorAll('[id*="captcha"], [class*="captcha"]')) {
    if (CAPTCHA.test(cleanText(box.textContent ?? ''))) return 'captcha';
  }
  if (doc.querySelector('input[type="password"]')) return 'login';
  const text = doc.body?.textContent ?? '';
  // A login page is short; a full back-end page that has such words in a menu is not one.
  if (text.length < 3_000 && LOGIN.test(text)) return 'login';
  return undefined;
}

/** The list says so itself: placeholder text instead of rows. */
export function saysEmpty(root: Element): boolean {
  for (const box of root.querySelectorAll('[class*="empty"], [class*="placeholder"]')) {
    if (/暂无|没有|无数据|No data/i.test(cleanText(box.textContent ?? ''))) return true;
  }
  return false;
}

/**
 * The part of the page to read and observe: the widest ancestor that is not the whole page, i.e. below
 * the first ancestor that also holds a `stop` element (the top bar with the shop's name) or is the body.
 * It holds the table with its tabs, form and pagination, and outlives the re-rendering of a table.
 */
export function contentRoot(el: Element, stop: string): Element {
  let root = el;
  for (let up = el.parentElement; up && up.tagName !== 'BODY' && up.tagName !== 'HTML'; ) {
    if (up.matches(stop) || up.querySelector(stop)) break;
    root = up;
    up = up.parentElement;
  }
  return root;
}

/** Documents of same-origin frames inside this one, at any depth (a foreign frame is skipped). */
export function frameDocuments(doc: Document): Document[] {
  const found: Document[] = [];
  for (const frame of doc.querySelectorAll('iframe')) {
    const inner = frameDocument(frame);
    if (inner) found.push(inner, ...frameDocuments(inner));
  }
  return found;
}

function frameDocument(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    // Another origin.
    return undefined;
  }
}
