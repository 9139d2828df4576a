/** The engine, as whatever the worker is made of is handed it. */
import type { ScoreSnapshot } from '../core/entities';
import type { RulePack } from '../core/pack';
import type { Report, ReportInput } from '../core/report-types';

export interface Engine {
  buildReport(input: ReportInput): Report;
  /** The pack in force: the merchant's choice first, then by the latest page's labels, then by the day. */
  choosePack(
    packs: RulePack[],
    snapshots: ScoreSnapshot[],
    nowMs: number,
    ownChoice?: string,
  ): RulePack;
}
