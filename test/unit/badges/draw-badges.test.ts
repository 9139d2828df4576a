// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeText } from '../../../src/badges/catalogue';
import { clearBadges, drawBadges } from '../../../src/badges/draw-badges';
import { HOUR_MS, MINUTE_MS } from '../../../src/core/time';
import type { RowVerdict } from '../../../src/core/verdict-types';

const A = '6917000000000000001';
const B = '6917000000000000002';
let nowMs = 1_790_000_000_000;
const env = { doc: document, now: () => nowMs, t: badgeText('zh-CN') };

const counted = (orderId: string): RowVerdict => ({
  orderId,
  verdict: 'counted',
  label: '商品品质退货率',
  indicator: 'quality-return-rate',
  share: 0.03,
  provenance: 'estimate',
  clause: '规则 103956',
});
const clean = (orderId: string): RowVerdict => ({ ...counted(orderId), verdict: 'clean' });

/** A row as the page draws it: its head cell holds the order id. */
function addRow(orderId: string): HTMLElement {
  const anchor = document.createElement('span');
  anchor.textContent = `订单编号 ${orderId}`;
  document.body.append(anchor);
  return anchor;
}
const badges = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('scorelens-badge')];
const textOf = (badge: Element | undefined): string =>
  badge?.shadowRoot?.querySelector('button')?.textContent ?? '';
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren();
});
afterEach(() => {
  clearBadges(document);
  vi.useRealTimers();
});

describe('badges in rows', () => {
  it('carry the documented attributes and stand last inside their anchor', () => {
    const anchor = addRow(A);
    drawBadges([{ orderId: A, anchor }], [counted(A)], env);
    const [badge] = badges();
    expect(badge?.parentElement).toBe(anchor);
    expect(anchor.lastChild).toBe(badge);
    expect(badge?.getAttribute('data-order-id')).toBe(A);
    expect(badge?.getAttribute('data-verdict')).toBe('counted');
    expect(textOf(badge)).toBe('已计入 商品品质退货率 ≈−0.03 分');
    expect(anchor.textContent).toBe(`订单编号 ${A}`);
  });

  it('are absent for clean rows and rows without a verdict, and go when a row turns clean', () => {
    const rows = [
      { orderId: A, anchor: addRow(A) },
      { orderId: B, anchor: addRow(B) },
    ];
    drawBadges(rows, [counted(A)], env);
    expect(badges()).toHaveLength(1);
    drawBadges(rows, [clean(A), clean(B)], env);
    expect(badges()).toHaveLength(0);
  });

  it('tell tickets of one order apart', () => {
    const rows = [
      { orderId: A, ticketId: '1', anchor: addRow(A) },
      { orderId: A, ticketId: '2', anchor: addRow(A) },
    ];
    drawBadges(rows, [{ ...counted(A), ticketId: '2' }], env);
    expect(badges().map((each) => each.getAttribute('data-ticket-id'))).toEqual(['2']);
    expect(badges()[0]?.parentElement).toBe(rows[1]?.anchor);
  });

  it('follow their order when the page gives its rows to other orders', async () => {
    const [first, second] = [addRow(A), addRow(B)];
    drawBadges(
      [
        { orderId: A, anchor: first },
        { orderId: B, anchor: second },
      ],
      [counted(A), clean(B)],
      env,
    );
    const [badge] = badges();
    (first.firstChild as Text).data = `订单编号 ${B}`;
    (second.firstChild as Text).data = `订单编号 ${A}`;
    await settle();
    expect(badge?.hidden).toBe(true);
    drawBadges(
      [
        { orderId: B, anchor: first },
        { orderId: A, anchor: second },
      ],
      [counted(A), clean(B)],
      env,
    );
    expect(badges()).toEqual([badge]);
    expect(badge?.parentElement).toBe(second);
    expect(badge?.hidden).toBe(false);
  });

  it('are gone with their order after paging', () => {
    const anchor = addRow(A);
    drawBadges([{ orderId: A, anchor }], [counted(A)], env);
    (anchor.firstChild as Text).data = `订单编号 ${B}`;
    drawBadges([{ orderId: B, anchor }], [clean(B)], env);
    expect(badges()).toHaveLength(0);
  });

  it('return when the page throws them out, but never fight', async () => {
    const anchor = addRow(A);
    drawBadges([{ orderId: A, anchor }], [counted(A)], env);
    let returned = 0;
    for (let i = 0; i < 30; i++) {
      badges()[0]?.remove();
      await settle();
      nowMs += 50;
      if (badges().length > 0) returned++;
    }
    expect(returned).toBe(10);
    nowMs += 2_000;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(badges()).toHaveLength(1);
  });

  it('leave no copies when a framework clones a row', () => {
    const anchor = addRow(A);
    drawBadges([{ orderId: A, anchor }], [counted(A)], env);
    const copy = anchor.cloneNode(true) as HTMLElement;
    document.body.append(copy);
    drawBadges(
      [
        { orderId: A, anchor },
        { orderId: B, anchor: copy },
      ],
      [counted(A)],
      env,
    );
    expect(badges()).toHaveLength(1);
  });

  it('tick by the minute, and let a passed deadline turn into 待核对', async () => {
    const anchor = addRow(A);
    const dueMs = nowMs + 2 * MINUTE_MS + 30_000;
    drawBadges(
      [{ orderId: A, anchor }],
      [{ ...counted(A), verdict: 'savable', dueMs, provenance: 'page' }],
      env,
    );
    expect(textOf(badges()[0])).toBe('平台时限 剩 2 分钟');
    nowMs += MINUTE_MS;
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(textOf(badges()[0])).toBe('平台时限 剩 1 分钟');
    nowMs += HOUR_MS;
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(badges()[0]?.getAttribute('data-verdict')).toBe('stale');
  });

  it('show page text as text', () => {
    const anchor = addRow(A);
    const reason = '<img src=x onerror=alert(1)>';
    drawBadges([{ orderId: A, anchor }], [{ ...counted(A), verdict: 'excluded', reason }], env);
    expect(badges()[0]?.shadowRoot?.querySelector('img')).toBeNull();
    expect(textOf(badges()[0])).toContain(reason);
  });
});

describe('the card', () => {
  const open = (): { button: HTMLButtonElement; card: HTMLElement; root: ShadowRoot } => {
    drawBadges([{ orderId: A, anchor: addRow(A) }], [counted(A)], env);
    const root = badges()[0]?.shadowRoot as ShadowRoot;
    const button = root.querySelector('button') as HTMLButtonElement;
    button.click();
    return { button, root, card: root.querySelector('[role=dialog]') as HTMLElement };
  };

  it('opens on click with clause and provenance, and the page hears no click', () => {
    const heard = vi.fn();
    document.body.addEventListener('click', heard);
    const { button, card } = open();
    expect(card.hidden).toBe(false);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(card.textContent).toContain('规则 103956');
    expect(card.textContent).toContain('估算');
    expect(heard).not.toHaveBeenCalled();
  });

  it('closes on Escape and gives the focus back', () => {
    const { button, card, root } = open();
    card.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(card.hidden).toBe(true);
    expect(root.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  it('closes when the merchant turns to the page', () => {
    const { card } = open();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(card.hidden).toBe(true);
  });
});
