import type { RulePack } from '../../../src/core/pack';
import type { Report, ReportInput } from '../../../src/core/report-types';

export const choosePack = (packs: RulePack[]): RulePack => packs[0] as RulePack;
export const buildReport = (input: ReportInput): Report =>
  ({ indicators: [], shop: input.shop }) as unknown as Report;
