/** The command's words on the terminal. */
import { hasLogisticsDrag, type Line, percent, type ScoredShop } from './check';
import { INDICATORS } from './indicators';
import type { Loaded } from './load-cases';
import { MIN_ORDERS } from './pack';
import type { PromiseRatings } from './promise';
import { type Field, MIN_PEER_ORDERS, totalOf } from './score';

type Print = (text: string) => void;
const QUARTILES = ['most punctual', 'second', 'third', 'latest'];

export function printData(print: Print, loaded: Loaded, field: Field, ratings: PromiseRatings) {
  const orders = field.shops.reduce((sum, each) => sum + each.orders, 0);
  print(`${field.shops.length} shops, ${orders} orders of a shop`);
  print(`not readable: ${loaded.rowsUnreadable} rows, ${loaded.cellsUnreadable} cells`);
  const unknown = INDICATORS.map((spec) => {
    const sum = field.shops.reduce((all, { all: rows }) => all + totalOf(rows, spec).unknown, 0);
    return `${spec.key} ${sum}`;
  });
  print(`unknown for missing or wrongly ordered times: ${unknown.join(', ')}`);
  const { late, inTime } = ratings;
  print(`orders that came after the date shown: ${stars(late)}; by that date: ${stars(inTime)}`);
  print(`ladders: ranks among the ${field.peers} shops with ${MIN_PEER_ORDERS} delivered orders`);
}

const stars = ({ orders, meanStars }: PromiseRatings['late']): string =>
  orders > 0 ? `${meanStars.toFixed(2)} stars (${orders})` : 'none with a review';

/** One line a shop, then one a quartile. */
export function printShops(print: Print, shops: ScoredShop[]) {
  print(`\n${shops.length} shops with ${MIN_ORDERS} orders or more, most punctual first`);
  const head = INDICATORS.map((each) => each.key.padStart(15)).join('');
  print(`${'shop'.padEnd(10)}${'orders'.padStart(6)}${head}  drag (points)`);
  for (const { tallies, report } of shops) {
    const values = INDICATORS.map((spec) => {
      const { value } = totalOf(tallies.all, spec);
      const shown =
        value === undefined ? '–' : spec.unit === 'ratio' ? percent(value) : value.toFixed(2);
      return shown.padStart(15);
    });
    const { indicator, dimension, pointsLost, why } = report.drag;
    const drag = dimension
      ? `${dimension}: ${indicator ?? why} (${pointsLost?.toFixed(1)})`
      : `– ${why}`;
    print(
      `${tallies.shop.slice(0, 8).padEnd(10)}${String(tallies.orders).padStart(6)}${values.join('')}  ${drag}`,
    );
  }
}

/** @param otherWeights share of logistics per quartile under drawn weights */
export function printQuartiles(print: Print, shops: ScoredShop[], otherWeights: number[]) {
  print('\ndrag by quartile of late shipping');
  print(
    `${'quartile'.padEnd(15)}${'late hand-overs'.padEnd(20)}shops  logistics  product  none  logistics under other weights`,
  );
  for (const [index, name] of QUARTILES.entries()) {
    const group = shops.filter((each) => each.quartile === index);
    const rates = group.map((each) => each.lateShip.value ?? 0);
    const range = `${percent(Math.min(...rates))} – ${percent(Math.max(...rates))}`;
    const logistics = group.filter(hasLogisticsDrag).length;
    const none = group.filter(({ report }) => report.drag.dimension === undefined).length;
    const counts = [
      String(group.length).padStart(5),
      String(logistics).padStart(9),
      String(group.length - logistics - none).padStart(7),
      String(none).padStart(4),
      percent(otherWeights[index] ?? Number.NaN),
    ];
    print(`${name.padEnd(15)}${range.padEnd(20)}${counts.join('  ')}`);
  }
}

export function printLines(print: Print, lines: Line[]) {
  print('');
  for (const { pass, text } of lines) print(`${pass ? 'pass' : 'FAIL'}  ${text}`);
}
