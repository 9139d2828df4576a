/**
 * One badge: a plain element with a shadow root. Custom elements cannot be registered from a content
 * script's world, so `scorelens-badge` is only a name that tests, users and our observers know.
 */
import type { RowVerdict } from '../core/verdict-types';
import { type Card, createCard } from './card';
import type { BadgeText } from './catalogue';
import { createIcon, setIcon } from './icons';
import { applyStyle } from './style';
import type { BadgeWording } from './wording';

export const BADGE_TAG = 'scorelens-badge';

export interface Badge {
  host: HTMLElement;
  /** Writes only what changed, so that a minute's tick costs no layout where the text stays. */
  render(verdict: RowVerdict, wording: BadgeWording): void;
  close(): void;
}

export function createBadge(doc: Document, t: BadgeText): Badge {
  const host = doc.createElement(BADGE_TAG);
  const root = host.attachShadow({ mode: 'open' });
  applyStyle(root, doc);
  const button = doc.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  const icon = createIcon(doc);
  const label = doc.createElement('span');
  button.append(icon, label);
  root.append(button);

  /** Made when it is first asked for: most badges are only looked at. */
  let card: Card | undefined;
  let shown: BadgeWording | undefined;
  const getCard = (): Card => {
    card = createCard(doc, button, t);
    root.append(card.element);
    return card;
  };
  button.addEventListener('click', () => {
    if (card?.isOpen()) card.hide(true);
    else if (shown) (card ?? getCard()).show(shown);
  });
  keepFromPage(root);

  function render(verdict: RowVerdict, wording: BadgeWording): void {
    setData(host, verdict, wording);
    if (label.textContent !== wording.text) label.textContent = wording.text;
    setIcon(icon, wording.icon);
    button.dataset.tone = wording.tone;
    button.dataset.kind = wording.kind;
    const changed = JSON.stringify(shown) !== JSON.stringify(wording);
    shown = wording;
    if (changed && card?.isOpen()) card.update(wording);
  }
  return { host, render, close: () => card?.hide(false) };
}

/** The documented attributes; `data-verdict` is what is shown now. */
function setData(host: HTMLElement, verdict: RowVerdict, wording: BadgeWording): void {
  const data: Record<string, string | undefined> = {
    'data-order-id': verdict.orderId,
    'data-ticket-id': verdict.ticketId,
    'data-verdict': wording.kind,
    'data-indicator': verdict.indicator,
    'data-provenance': verdict.provenance,
  };
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) host.removeAttribute(name);
    else if (host.getAttribute(name) !== value) host.setAttribute(name, value);
  }
}

/** A click on a badge is no click on the page's row; its own shortcuts get no keys from us. */
function keepFromPage(root: ShadowRoot): void {
  for (const type of ['click', 'dblclick', 'keydown', 'keyup', 'keypress']) {
    root.addEventListener(type, (event) => {
      if ((event as KeyboardEvent).key !== 'Tab') event.stopPropagation();
    });
  }
}
