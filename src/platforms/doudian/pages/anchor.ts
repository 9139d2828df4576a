/** Where a row's badge may stand: inside the group's head row, never as a row of its own. */
export function headAnchor(head: Element): Element {
  return (
    head.querySelector('[class*="leftWrapper"]') ??
    head.querySelector('[class*="pair-head-wrapper"]') ??
    head.querySelector('[class*="order_item"], [data-kora-json]') ??
    [...head.children].find((cell) => (cell.textContent ?? '').trim() !== '') ??
    head.firstElementChild ??
    head
  );
}
