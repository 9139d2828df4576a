/** Isotonic regression by pooling adjacent violators (PAV): the best curve that never goes the wrong way. */

export interface Point {
  x: number;
  y: number;
  /** Default 1. */
  weight?: number;
}

interface Block {
  x: number;
  y: number;
  weight: number;
}

/**
 * Least-squares fit that never falls (or never rises) with x, as knots: the mean x of each pooled block and
 * its level. Points of one x are pooled first. Empty without points.
 */
export function isotonicKnots(points: readonly Point[], direction: 'up' | 'down'): Block[] {
  const sign = direction === 'up' ? 1 : -1;
  const blocks: Block[] = [];
  for (const each of sameXPooled(points)) {
    let block: Block = { ...each };
    for (let last = blocks.at(-1); last && sign * (last.y - block.y) >= 0; last = blocks.at(-1)) {
      blocks.pop();
      block = pooled(last, block);
    }
    blocks.push(block);
  }
  return blocks;
}

function sameXPooled(points: readonly Point[]): Block[] {
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const blocks: Block[] = [];
  for (const { x, y, weight = 1 } of sorted) {
    const last = blocks.at(-1);
    if (last && last.x === x) blocks[blocks.length - 1] = pooled(last, { x, y, weight });
    else blocks.push({ x, y, weight });
  }
  return blocks;
}

function pooled(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return {
    x: (a.x * a.weight + b.x * b.weight) / weight,
    y: (a.y * a.weight + b.y * b.weight) / weight,
    weight,
  };
}
