/** The small card that a badge opens: does it count, by which clause, until when. Not modal. */
import type { BadgeText } from './catalogue';
import type { BadgeWording } from './wording';

export interface Card {
  element: HTMLElement;
  isOpen(): boolean;
  show(wording: BadgeWording): void;
  update(wording: BadgeWording): void;
  /** `refocus`: the keyboard goes back to the badge. */
  hide(refocus: boolean): void;
}

const GAP = 6;

/** @param button the badge that opens it; the card is added beside it in the same shadow root */
export function createCard(doc: Document, button: HTMLButtonElement, t: BadgeText): Card {
  const element = doc.createElement('div');
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-label', t('card.title'));
  element.tabIndex = -1;
  element.hidden = true;
  // In the top layer no ancestor of the page can clip or cover it.
  const layered = typeof element.showPopover === 'function';
  if (layered) element.setAttribute('popover', 'manual');

  const update = (wording: BadgeWording): void => fill(doc, element, wording, t, () => hide(true));
  const onOutside = (event: Event): void => {
    const host = (button.getRootNode() as ShadowRoot).host;
    if (event.target !== host) hide(false);
  };
  const onScroll = (): void => hide(false);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide(true);
  };
  button.addEventListener('keydown', onKey);
  element.addEventListener('keydown', onKey);

  function show(wording: BadgeWording): void {
    update(wording);
    element.hidden = false;
    if (layered) element.showPopover();
    place(element, button, doc);
    button.setAttribute('aria-expanded', 'true');
    doc.addEventListener('pointerdown', onOutside, true);
    doc.addEventListener('scroll', onScroll, true);
    element.focus({ preventScroll: true });
  }

  function hide(refocus: boolean): void {
    if (element.hidden) return;
    if (layered && element.isConnected) element.hidePopover();
    element.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    doc.removeEventListener('pointerdown', onOutside, true);
    doc.removeEventListener('scroll', onScroll, true);
    if (refocus) button.focus({ preventScroll: true });
  }

  return { element, isOpen: () => !element.hidden, show, update, hide };
}

function fill(
  doc: Document,
  element: HTMLElement,
  wording: BadgeWording,
  t: BadgeText,
  close: () => void,
): void {
  const make = (tag: string, text: string): HTMLElement => {
    const made = doc.createElement(tag);
    made.textContent = text;
    return made;
  };
  const list = doc.createElement('dl');
  for (const { name, value } of wording.rows) list.append(make('dt', name), make('dd', value));
  const button = make('button', '×') as HTMLButtonElement;
  button.type = 'button';
  button.className = 'x';
  button.setAttribute('aria-label', t('card.close'));
  button.addEventListener('click', close);
  const parts = [make('strong', wording.text), make('p', wording.note), list, button];
  if (wording.link) {
    const link = make('a', wording.link.text) as HTMLAnchorElement;
    link.href = wording.link.url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    parts.splice(3, 0, link);
  }
  element.replaceChildren(...parts);
}

/** Under the badge, above it where there is no room, never outside the window. */
function place(element: HTMLElement, button: HTMLElement, doc: Document): void {
  const at = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = doc.documentElement;
  const { offsetWidth, offsetHeight } = element;
  const below = at.bottom + GAP;
  const top = below + offsetHeight > clientHeight ? at.top - GAP - offsetHeight : below;
  const left = Math.min(at.left, clientWidth - offsetWidth - GAP);
  element.style.top = `${Math.max(GAP, top)}px`;
  element.style.left = `${Math.max(GAP, left)}px`;
}
