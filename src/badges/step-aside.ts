/** Keeps a box that lies over the page off the platform's own controls: in the first corner free of them. */

/** Custom property that says where the box is: the only one that `all: initial` in its own style leaves alone. */
export const INSET = '--scorelens-inset';
/** Right below, before anything is known. */
const FIRST = 'auto 16px 16px auto';
/** Then left below, right above, left above. */
const CORNERS = [FIRST, 'auto auto 16px 16px', '16px 16px auto auto', '16px auto auto 16px'];
/** No control is smaller (WCAG 2.2, 2.5.8). */
const STEP = 24;
/** Only a page that rests is looked at. */
const SETTLE_MS = 150;

/**
 * Now, and whenever the page was scrolled, clicked or resized, until the box is gone. Where every corner has
 * a control the first one is taken.
 */
export function keepAside(box: HTMLElement, doc: Document): void {
  const stop = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const put = (inset: string): void => box.style.setProperty(INSET, inset);
  const isFree = (inset: string): boolean => {
    put(inset);
    return !coversControl(box, doc);
  };
  const look = (): void => {
    if (!box.isConnected) stop.abort();
    else if (coversControl(box, doc)) put(CORNERS.find(isFree) ?? FIRST);
  };
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(look, SETTLE_MS);
  };
  for (const event of ['scroll', 'resize', 'click'])
    doc.defaultView?.addEventListener(event, soon, { capture: true, signal: stop.signal });
  put(FIRST);
  look();
}

function coversControl(box: HTMLElement, doc: Document): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  for (let y = top; y < bottom + STEP; y += STEP) {
    for (let x = left; x < right + STEP; x += STEP) {
      if (isControl(Math.min(x, right - 1), Math.min(y, bottom - 1), doc, box)) return true;
    }
  }
  return false;
}

/** What can be clicked has a hand over it on every platform, whatever element it is. */
function isControl(x: number, y: number, doc: Document, box?: HTMLElement): boolean {
  const below = doc.elementsFromPoint(x, y).find((each) => each !== box);
  if (!below) return false;
  if (below.tagName === 'IFRAME') {
    const inner = (below as HTMLIFrameElement).contentDocument;
    const { left, top } = below.getBoundingClientRect();
    return inner !== null && isControl(x - left, y - top, inner);
  }
  return (
    below.closest('a,button,input,textarea,select') !== null ||
    doc.defaultView?.getComputedStyle(below).cursor === 'pointer'
  );
}
