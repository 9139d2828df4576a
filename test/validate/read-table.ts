/** One CSV of the folder, row by row. */
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { InputProblem } from './input-problem';

/**
 * Calls `onRow` for each row that has all its cells; streams, so that the file's size does not matter.
 * @returns how many rows were left out because cells were missing, too many or badly quoted
 * @throws InputProblem when the file or one of `columns` is missing
 */
export function readTable<C extends string>(
  dir: string,
  name: string,
  columns: readonly C[],
  onRow: (row: Record<C, string>) => void,
): Promise<number> {
  const file = path.join(dir, name);
  if (!existsSync(file)) throw new InputProblem(`${file} is missing.`);
  let headerChecked = false;
  let unreadable = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<Record<C, string>>(createReadStream(file, 'utf8'), {
      header: true,
      delimiter: ',',
      skipEmptyLines: true,
      transformHeader: (text) => text.replace(/^\uFEFF/, '').trim(),
      step: ({ data, errors, meta }, parser) => {
        if (!headerChecked) {
          headerChecked = true;
          const missing = columns.filter((each) => !meta.fields?.includes(each));
          if (missing.length > 0) {
            reject(new InputProblem(`${name} has no column ${missing.join(', ')}.`));
            parser.abort();
            return;
          }
        }
        if (errors.length > 0) unreadable += 1;
        else onRow(data);
      },
      complete: () => resolve(unreadable),
      error: reject,
    });
  });
}
