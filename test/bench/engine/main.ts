/** What the engine costs: a report, order shares, compiled measures beside a loop by hand, the fold of a year. */
import { canonicalJson } from '../../../src/core/canonical';
import { compileMeasures, compilePack } from '../../../src/core/compile';
import type { OrderCase, ScoreSnapshot } from '../../../src/core/entities';
import type { Fact } from '../../../src/core/measure';
import { orderShares } from '../../../src/core/order-shares';
import { buildReport } from '../../../src/core/report';
import type { OffenderRef, ReportInput } from '../../../src/core/report-types';
import { modelOf } from '../../../src/core/score-model';
import { scorePath } from '../../../src/core/score-path';
import { tallyAll } from '../../../src/core/tally';
import { beijingDay, beijingMs } from '../../../src/core/time';
import { pack202609 as pack } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { doudianWords } from '../../../src/platforms/doudian/rules/words';
import { BY_HAND, factsByHand } from './by-hand';
import { benchCase } from './cases';

export interface Row {
  id: string;
  value: number;
  goal: number;
  better: 'lower';
  pass: boolean;
}

const NOW = beijingMs(2026, 11, 1, 12);
const SHOP_ORDERS = 20_000;
/** Cases in hand for the folds: the fold reads them over and over, so that memory is not what is measured. */
const POOL = 20_000;

/** @param folds 1 M cases too: half a minute by themselves */
export function benchEngine(say: (line: string) => void, folds = true): Row[] {
  const rows: Row[] = [];
  const note = (id: string, value: number, goal: number): void => {
    const rounded = Math.round(value * 100) / 100;
    rows.push({ id, value: rounded, goal, better: 'lower', pass: rounded <= goal });
    say(`${id}: ${rounded} (≤ ${goal})`);
  };
  const compiled = compilePack(pack, doudianWords);
  // Small numbers first, while the heap holds no cases: marking them would be timed too.
  const { input, offenders } = shopInput(compiled.facts);
  say(`${input.tallies.length} days of tallies, ${input.snapshots.length} snapshots`);

  const report = () => buildReport(input);
  const reportMs = medianMs(report, 300);
  note('engine-report-ms', reportMs, 2);
  say(`processor time of a report: ${cpuMs(report, 200).toFixed(2)} ms`);
  const bare = { ...input, snapshots: input.snapshots.slice(-1) };
  say(`with one snapshot, nothing to fit: ${cpuMs(() => buildReport(bare), 200).toFixed(2)} ms`);
  const shares = (): unknown => orderShares(modelOf(input), offenders);
  note('engine-1000-shares-per-report', medianMs(shares, 60) / reportMs, 10);
  const path = (): unknown => scorePath(modelOf(input));
  note('engine-path-30-days-ms', medianMs(path, 60), 20);

  const pool = Array.from({ length: POOL }, (_, i) => benchCase(i));
  note('engine-compiled-per-hand-loop', compiledPerHand(pool), 2);
  const perFold = (count: number): number => {
    const started = performance.now();
    tallyAll(factsOf(pool, count, compiled.facts));
    return performance.now() - started;
  };
  if (!folds) return rows;
  perFold(20_000);
  const small = median([1, 2, 3].map(() => perFold(100_000)));
  const large = perFold(1_000_000);
  say(`fold: ${Math.round(small)} ms of 100,000 cases, ${Math.round(large)} ms of 1,000,000`);
  note('engine-fold-1m-per-100k', large / small, 12);
  return rows;
}

function* factsOf(
  pool: OrderCase[],
  count: number,
  facts: (one: OrderCase) => Fact[],
): Generator<Fact[]> {
  for (let i = 0; i < count; i++) yield facts(pool[i % pool.length] as OrderCase);
}

/** What the store keeps for a popup: the worst so many of each measure. */
const OFFENDERS_PER_MEASURE = 50;

/** The shop's own sums, sixty days of score pages and a full sample of offenders; and all offenders. */
function shopInput(facts: (one: OrderCase) => Fact[]): {
  input: ReportInput;
  offenders: OffenderRef[];
} {
  const cases = Array.from({ length: SHOP_ORDERS }, (_, i) => benchCase(i));
  const lists = cases.map(facts);
  const today = beijingDay(NOW);
  const offenders = lists.flatMap((list, i) =>
    list
      .filter((fact) => fact.offends)
      .map(({ measureId, unitId, day, num, den }): OffenderRef => {
        const orderId = cases[i]?.orderId ?? '';
        return { orderId, unitId, measureId, day, num, den };
      }),
  );
  const perMeasure = new Map<string, number>();
  const sample = offenders.filter(({ measureId }) => {
    const count = (perMeasure.get(measureId) ?? 0) + 1;
    perMeasure.set(measureId, count);
    return count <= OFFENDERS_PER_MEASURE;
  });
  const input: ReportInput = {
    shop: { platform: 'doudian', shopId: 'bench', name: 'bench' },
    pack,
    tallies: tallyAll(lists),
    snapshots: Array.from({ length: 60 }, (_, i) => page(today - 59 + i)),
    coverage: {
      orders: { intervals: [[0, NOW]] },
      aftersales: { intervals: [[0, NOW]] },
    },
    offenders: sample,
    nowMs: NOW,
  };
  return { input, offenders: offenders.slice(0, 1_000) };
}

/** Every day another page, so that fits have something to do. */
function page(day: number): ScoreSnapshot {
  const swing = (by: number): number => Math.round(10 * Math.sin(day * by));
  const value = (id: string, i: number): [string, { value: number; text: string }] => {
    const full = pack.indicators[i]?.points.ladder[0]?.value ?? 1;
    return [id, { value: full * (1 + 0.05 * swing(i + 1.3)), text: '' }];
  };
  const scores = { product: 85 + swing(1), logistics: 80 + swing(2), service: 75 + swing(3) };
  return {
    kind: 'score',
    state: 'scored',
    day,
    seenMs: NOW,
    packId: pack.id,
    total: Math.round(0.4 * scores.product + 0.25 * scores.logistics + 0.35 * scores.service),
    bonus: 0,
    deduction: 0,
    dimensions: Object.fromEntries(
      Object.entries(scores).map(([id, score]) => [id, { score }] as const),
    ),
    indicators: Object.fromEntries(pack.indicators.map(({ id }, i) => value(id, i))),
  };
}

/** Median of paired rounds: both sides meet the same load of the machine. */
function compiledPerHand(pool: OrderCase[]): number {
  const measures = pack.measures.filter((each) => BY_HAND.includes(each.id));
  const { facts } = compileMeasures(measures, doudianWords, pack.clocks);
  for (const each of pool.slice(0, 5_000)) {
    if (canonicalJson(facts(each)) !== canonicalJson(factsByHand(each))) {
      throw new Error(`the loop by hand counts order ${each.orderId} otherwise`);
    }
  }
  const timeOf = (one: (orderCase: OrderCase) => Fact[]): number => {
    let sum = 0;
    const started = performance.now();
    for (const each of pool) sum += one(each).length;
    const ms = performance.now() - started;
    if (sum === 0) throw new Error('nothing was counted');
    return ms;
  };
  for (let i = 0; i < 5; i++) timeOf(i % 2 ? facts : factsByHand);
  return median(Array.from({ length: 15 }, () => timeOf(facts) / timeOf(factsByHand)));
}

function medianMs(run: () => unknown, times: number): number {
  for (let i = 0; i < times / 4; i++) run();
  return median(
    Array.from({ length: times }, () => {
      const started = performance.now();
      run();
      return performance.now() - started;
    }),
  );
}

/** Processor time of one run: what it costs while others use the machine too. Garbage collection is in it. */
function cpuMs(run: () => unknown, times: number): number {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / times;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
