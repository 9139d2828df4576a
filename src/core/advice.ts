/** Which actions of a playbook the merchant's own losses call for, and on what evidence. */
import type { Evidence, LossRow, Playbook, SplitBy, TriggeredAction } from './advice-types';
import { UNKNOWN_KEY } from './answers-types';
import type { WordSet } from './measure';
import { compileWordSet } from './words';

/** A third of the loss in one place is worth acting on there first. Our own choice, not a rule. */
export const DEFAULT_MIN_SHARE = 0.3;
/** Below three orders a pattern is chance. Our own choice, not a rule. */
export const DEFAULT_MIN_COUNT = 3;
/** Where the share of all units is known, the loss must stand out from it by a fifth. */
export const MIN_LIFT = 1.2;

/** Keys that follow each other and wrap round; others have no neighbours. */
const CIRCLES: Partial<Record<SplitBy, { first: number; length: number }>> = {
  hour: { first: 0, length: 24 },
  weekday: { first: 1, length: 7 },
};

/** Playbooks that speak of an indicator or a deduction, in their order. */
export function findPlaybooks(playbooks: readonly Playbook[], subject: string): Playbook[] {
  return playbooks.filter(
    (entry) => entry.indicators.includes(subject) || entry.deductions.includes(subject),
  );
}

/**
 * The actions whose evidence is found in the losses, the one that covers most of the loss first.
 * @param lossesBy parts of one indicator's loss, any splits together; rows without a count, of
 *   unknown units or with a share that is no number are ignored
 * @returns only triggered actions; those without evidence are good practice and stay in the playbook
 */
export function findTriggeredActions(
  playbook: Playbook,
  lossesBy: readonly LossRow[],
): TriggeredAction[] {
  const rows = lossesBy.filter(
    (row) =>
      row.key !== UNKNOWN_KEY && row.count > 0 && Number.isFinite(row.share) && row.share > 0,
  );
  const found = playbook.actions.flatMap((action) => {
    const because = action.evidence ? findEvidence(action.evidence, rows) : [];
    if (because.length === 0) return [];
    const share = Math.min(
      1,
      sum(because, (row) => row.share),
    );
    return [{ action, because, share, count: sum(because, (row) => row.count) }];
  });
  // Sorting is stable: equal ones keep the playbook's order.
  return found.sort((a, b) => b.share - a.share || b.count - a.count);
}

/** The rows that make this evidence hold, heaviest first; empty when it doesn't. */
function findEvidence(evidence: Evidence, rows: readonly LossRow[]): LossRow[] {
  const mine = rows.filter((row) => row.by === evidence.by);
  if (evidence.amongReasons) {
    const reasons = rows.filter((row) => row.by === 'reason');
    // No question of proportion here: an indicator of breakages has no other reasons.
    if (!isMuch(evidence, within(evidence.amongReasons, reasons))) return [];
  }
  if (evidence.span !== undefined) {
    const run = heaviestRun(evidence.by, evidence.span, mine);
    return isEnough(evidence, run) ? heaviestFirst(run) : [];
  }
  if (evidence.reasonSet) {
    const together = within(evidence.reasonSet, mine);
    return isEnough(evidence, together) ? heaviestFirst(together) : [];
  }
  return heaviestFirst(mine.filter((row) => isEnough(evidence, [row])));
}

function within(set: WordSet, rows: readonly LossRow[]): LossRow[] {
  const matches = compileWordSet(set);
  return rows.filter((row) => matches(row.key));
}

/** Do these rows, taken together, carry enough of the loss, in enough orders? */
const isMuch = (evidence: Evidence, rows: readonly LossRow[]): boolean =>
  rows.length > 0 &&
  sum(rows, (row) => row.share) >= (evidence.minShare ?? DEFAULT_MIN_SHARE) &&
  sum(rows, (row) => row.count) >= (evidence.minCount ?? DEFAULT_MIN_COUNT);

/** And out of proportion, where that can be told? */
function isEnough(evidence: Evidence, rows: readonly LossRow[]): boolean {
  if (!isMuch(evidence, rows)) return false;
  if (rows.some((row) => row.baseShare === undefined)) return true;
  const share = sum(rows, (row) => row.share);
  return share >= MIN_LIFT * sum(rows, (row) => row.baseShare ?? 0);
}

/** Rows of the `span` neighbouring keys that lose most; ties go to the earliest start. */
function heaviestRun(by: SplitBy, span: number, rows: readonly LossRow[]): LossRow[] {
  const circle = CIRCLES[by];
  if (!circle) return [];
  let best: LossRow[] = [];
  let bestShare = 0;
  for (let start = 0; start < circle.length; start++) {
    const keys = new Set(
      Array.from({ length: Math.min(span, circle.length) }, (_, step) =>
        String(circle.first + ((start + step) % circle.length)),
      ),
    );
    const run = rows.filter((row) => keys.has(row.key));
    const share = sum(run, (row) => row.share);
    if (share > bestShare + 1e-12) {
      best = run;
      bestShare = share;
    }
  }
  return best;
}

function heaviestFirst(rows: readonly LossRow[]): LossRow[] {
  return [...rows].sort(
    (a, b) => b.share - a.share || b.count - a.count || (a.key < b.key ? -1 : 1),
  );
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
