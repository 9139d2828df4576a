/** Small drawings on a 16×16 ground, so that a badge never speaks by colour alone. */
const SVG = 'http://www.w3.org/2000/svg';
const RING = 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z';

const PATHS = {
  clock: `${RING}M8 4.5V8l2.5 2`,
  minus: `${RING}M5 8h6`,
  pause: `${RING}M6.3 5.5v5M9.7 5.5v5`,
  slash: `${RING}M3.5 12.5l9-9`,
  question: `${RING}M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.2-.8.6-.8 1.1M8 11.3v.2`,
};
export type IconName = keyof typeof PATHS;

export function createIcon(doc: Document): SVGElement {
  const svg = doc.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(doc.createElementNS(SVG, 'path'));
  return svg;
}

export function setIcon(svg: SVGElement, name: IconName): void {
  const path = svg.firstElementChild;
  if (path?.getAttribute('d') !== PATHS[name]) path?.setAttribute('d', PATHS[name]);
}
