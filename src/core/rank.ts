/**
 * Peer rank and score (拼多多 消费者服务体验分): score = full × (1 − rank), rank 0 = best. Derived from two
 * captured back-end payloads (2026-06, 2026-08), which agree to 2·10⁻¹⁰. It cannot be computed from one
 * shop's orders: only converted, both ways.
 */

/** @param rank share of peers that are better, 0 (best) … 1 */
export function scoreOfRank(rank: number, full: number): number {
  return full * (1 - clamp01(rank));
}

/** Share of peers that are better than a shop with this score. */
export function rankOfScore(score: number, full: number): number {
  return clamp01(1 - score / full);
}

export interface PeersToBeat {
  /** Share of peers now beaten, and to be beaten for the target, 0..1. */
  beaten: number;
  needed: number;
  /** Share of all peers still in between; 0 once the target is reached. */
  more: number;
}

/** How far up the ranking a target score lies. */
export function peersToBeat(score: number, target: number, full: number): PeersToBeat {
  const beaten = 1 - rankOfScore(score, full);
  const needed = 1 - rankOfScore(target, full);
  return { beaten, needed, more: Math.max(0, needed - beaten) };
}

/** Stars for beating so many peers (%), strictly above a line; undefined below the lowest published one. */
export function starsOf(
  lines: { above: number; stars: number }[],
  beatenPercent: number,
): number | undefined {
  const highestFirst = [...lines].sort((a, b) => b.above - a.above);
  return highestFirst.find((each) => beatenPercent > each.above)?.stars;
}

/**
 * Rank from what a page prints beside an indicator: "超过 80.12% 同行", "优于90%", "beats 36 %" (share
 * beaten), or "前 12.5%" (rank). Undefined for anything else, such as a mean of peers.
 */
export function findRank(peerText: string | undefined): number | undefined {
  const match =
    /(超过|超越|优于|击败|领先|高于|beats?|前|top)\D{0,12}?(\d+(?:\.\d+)?)\s*[%％]/i.exec(
      peerText ?? '',
    );
  if (!match) return undefined;
  const share = Number(match[2]) / 100;
  if (!(share >= 0 && share <= 1)) return undefined;
  return /^(前|top)$/i.test(match[1] ?? '') ? share : 1 - share;
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
