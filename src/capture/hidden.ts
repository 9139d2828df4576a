/** What a page holds without showing it: tabs kept alive behind the one in front, closed popups. */

/** Told by attributes, as components write them; closed popups may stand inside a cell. */
export const HIDDEN =
  '[hidden], [style*="display:none"], [style*="display: none"], [class*="tabpane-hidden"], [role="tabpanel"][aria-hidden="true"], [class*="popover-hidden"], [class*="tooltip-hidden"], [class*="dropdown-hidden"]';
/** What lies over the page, whatever its component calls it. */
const OVERLAY =
  '[role="dialog"], [aria-modal="true"], [data-testid*="modal"], [class*="modal" i], [class*="dialog" i], [class*="drawer" i], [class*="popover" i]';

/**
 * Those of a list's candidates that stand on the page itself: none that is hidden, and none in a dialog
 * where others stand outside (a dialog may show orders to choose from, of any shop's list).
 */
export function inFront<E extends Element>(candidates: readonly E[]): readonly E[] {
  const present = candidates.filter((el) => !el.closest(HIDDEN));
  if (present.length < 2) return present;
  // A style sheet may hide one too; where nothing is drawn at all (a frame not shown) all look hidden.
  const shown = prefer(present, (el) => el.checkVisibility?.() !== false);
  return prefer(shown, (el) => !el.closest(OVERLAY));
}

function prefer<E>(all: readonly E[], test: (one: E) => boolean): readonly E[] {
  const some = all.filter(test);
  return some.length > 0 ? some : all;
}
