/** What the server tells the page: names of this release, variants, clock. */
const config = JSON.parse(document.getElementById('sample-config').textContent);

export const { prefix4, prefix6, lateMs, keys, framePath, numericIds } = config;
export const initialShopName = config.shopName;
export const has = (variant) => config.variants.includes(variant);

/** The page's clock runs from the simulated instant. */
export const nowMs = () => Date.now() + config.offsetMs;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_';

function hash(text, length, alphabet) {
  let h = 2166136261;
  let out = '';
  for (let i = 0; out.length < length; i++) {
    h = Math.imul(h ^ (text.charCodeAt(i % text.length) + i), 16777619) >>> 0;
    out += alphabet[(h >>> 7) % alphabet.length];
  }
  return out;
}

/** A CSS-module class: readable stem, hash that changes with each release of the site. */
export const cls = (...stems) =>
  stems.map((stem) => `${stem}__${hash(config.salt + stem, 5, ALPHABET)}`).join(' ');

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
