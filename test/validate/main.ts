/** npm run validate: real orders of a marketplace through the engine (docs/validation.md). */
import { writeFileSync } from 'node:fs';
import { checkShops, scoreAll } from './check';
import { InputProblem } from './input-problem';
import { loadCases } from './load-cases';
import { logisticsUnderOtherWeights } from './other-weights';
import { MIN_ORDERS } from './pack';
import { printData, printLines, printQuartiles, printShops } from './print';
import { ratingsByPromise } from './promise';
import { shopResult } from './result-file';
import { buildField, tallyShops } from './score';

export { InputProblem };

export interface ValidateOptions {
  /** Folder with orders.csv, order_items.csv and reviews.csv. */
  dir: string;
  /** Where the numbers per shop go; nowhere when absent. */
  jsonFile?: string;
  /** How many other weightings are tried for comparison. */
  draws?: number;
  print(text: string): void;
}

const DRAWS = 200;

/**
 * @returns whether late shops, and only those, had logistics as their drag
 * @throws InputProblem when the folder's files are not as expected, or no shop can be scored
 */
export async function validate({
  dir,
  jsonFile,
  draws = DRAWS,
  print,
}: ValidateOptions): Promise<boolean> {
  const loaded = await loadCases(dir);
  const field = buildField(tallyShops(loaded.shops));
  const shops = scoreAll(field);
  if (shops.length === 0) throw new InputProblem(`No shop has ${MIN_ORDERS} orders or more.`);
  printData(print, loaded, field, ratingsByPromise(loaded.shops));
  printShops(print, shops);
  printQuartiles(print, shops, logisticsUnderOtherWeights(field, draws));
  const lines = checkShops(shops);
  printLines(print, lines);
  if (jsonFile !== undefined) {
    writeFileSync(jsonFile, `${JSON.stringify(shops.map(shopResult), null, 2)}\n`);
  }
  return lines.every((each) => each.pass);
}
