/** What the parts of one report share: the input with the pack in effect, and the sums of the tallies. */
import type { ReportInput } from './report-types';
import { createTallySums, type TallySums } from './tally-sums';

export interface ReportContext extends ReportInput {
  sums: TallySums;
}

export function reportContext(input: ReportInput): ReportContext {
  return { ...input, sums: createTallySums(input.tallies) };
}
