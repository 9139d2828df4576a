/** What a merchant's page shows of us, as the merchant chose: badges, the notice, or nothing at all. */
import type { BadgeText } from '../badges/catalogue';
import { clearBadges, drawBadges } from '../badges/draw-badges';
import type { BadgeRow } from '../badges/layer';
import { drawNotice, type Notice } from '../badges/notice';
import type { SelfTime } from '../capture/self-time';
import type { PagePreferences } from '../core/page-preferences';
import type { RowVerdict } from '../core/verdict-types';

export interface Screen {
  badges(rows: BadgeRow[], verdicts: RowVerdict[]): void;
  /** The corner notice stands in the top document once, whichever frame has the list. */
  notice(notice: Notice | undefined): void;
  clear(): void;
}

export interface ScreenEnv {
  doc: Document;
  /** Same-origin top document, else `doc`. */
  topDoc: Document;
  now(): number;
  t: BadgeText;
  /** Measures our own work. */
  time?: SelfTime;
}

/** Read-only: the page gets no element of ours, ever; popup and dashboard still have everything. */
const blank: Screen = { badges: () => {}, notice: () => {}, clear: () => {} };

export function createScreen(choices: PagePreferences, env: ScreenEnv): Screen {
  if (choices.readOnly) return blank;
  const { doc, topDoc, t } = env;
  const isOn = ({ verdict }: RowVerdict): boolean =>
    !(choices.badgesOff as string[]).includes(verdict);
  return {
    badges(rows, verdicts) {
      const shown = verdicts.filter(isOn);
      drawBadges(rows, choices.seat === 'desk' ? shown.map(withoutPoints) : shown, env);
    },
    notice: (notice) => drawNotice(notice, { doc: topDoc, t }),
    clear() {
      clearBadges(doc);
      drawNotice(undefined, { doc: topDoc, t });
    },
  };
}

const bare = new WeakMap<RowVerdict, RowVerdict>();

/** A desk seat sees what counts, not what it costs. The same verdict gives the same object, so nothing is drawn twice. */
function withoutPoints(whole: RowVerdict): RowVerdict {
  const { share: _, ...rest } = whole;
  const known = bare.get(whole) ?? rest;
  bare.set(whole, known);
  return known;
}
