/** Which rows of a long list lie before the reader's eyes: only those are drawn. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const MARGIN = 12;

export interface RowWindow {
  box: { current: HTMLDivElement | null };
  /** Rows [from, to) are drawn. */
  from: number;
  to: number;
  rowPx: number;
  onScroll(): void;
  /** Scrolls so far that this row is seen. */
  reveal(index: number): void;
}

/**
 * @param count rows in all
 * @param firstGuessPx height of a row until one was measured; text may be enlarged at any time
 */
export function useWindow(count: number, firstGuessPx: number): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  const [rowPx, setRowPx] = useState(firstGuessPx);
  const [range, setRange] = useState({ from: 0, to: Math.min(count, 40) });
  const measure = useCallback(() => {
    const { current } = box;
    if (!current) return;
    const drawn = current.querySelector<HTMLElement>('[data-row]')?.offsetHeight;
    const height = drawn && drawn > 0 ? drawn : rowPx;
    if (height !== rowPx) setRowPx(height);
    const first = Math.floor(current.scrollTop / height);
    const seen = Math.ceil((current.clientHeight || 600) / height);
    const from = Math.max(0, first - MARGIN);
    const to = Math.min(count, first + seen + MARGIN);
    setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [count, rowPx]);
  useLayoutEffect(() => {
    measure();
    const { current } = box;
    if (!current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [measure]);
  const reveal = (index: number): void => {
    const { current } = box;
    if (!current) return;
    const head = current.querySelector('thead')?.offsetHeight ?? 0;
    const top = index * rowPx;
    const seen = current.clientHeight - head;
    if (top < current.scrollTop) current.scrollTop = top;
    else if (top + rowPx > current.scrollTop + seen) current.scrollTop = top + rowPx - seen;
    measure();
  };
  return {
    box,
    from: Math.min(range.from, count),
    to: Math.min(range.to, count),
    rowPx,
    onScroll: measure,
    reveal,
  };
}
