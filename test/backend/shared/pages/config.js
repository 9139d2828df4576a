/** What the server tells the page: names of this release, variants, clock. */
export const config = JSON.parse(document.getElementById('sample-config').textContent);

export const initialShopName = config.shopName;
export const has = (variant) => config.variants.includes(variant);

/** The page's clock runs from the simulated instant. */
export const nowMs = () => Date.now() + config.offsetMs;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_';

function hash(text, length, alphabet) {
  let h = 2166136261;
  for (const letter of text) h = Math.imul(h ^ letter.codePointAt(0), 16777619) >>> 0;
  let out = '';
  while (out.length < length) {
    h = Math.imul(h ^ (h >>> 13), 2654435761) >>> 0;
    out += alphabet[(h >>> 8) % alphabet.length];
  }
  return out;
}

/**
 * CSS-module classes: readable stem, hash that changes with each release of the site. A stem may
 * bring its own separator ('name-'), as the workbench's do.
 */
export const cls = (...stems) =>
  stems
    .map(
      (stem) => `${stem}${stem.endsWith('-') ? '' : '__'}${hash(config.salt + stem, 5, ALPHABET)}`,
    )
    .join(' ');

/**
 * A word of the page's own (label, header, status). In the 'unlabelled' variant it turns into
 * letters that mean nothing, and digits in it stay.
 */
export const word = (text) =>
  has('unlabelled')
    ? text.replace(/[\p{Script=Han}（），。]+/gu, (part) =>
        hash(part, part.length + 2, 'abcdefghkmnoprstuvwy'),
      )
    : text;
