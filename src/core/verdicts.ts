/** What a row's badge says (判定). One verdict a row, the most urgent that holds. */
import { shiftToOpening } from './clock';
import type { CompiledMeasures } from './compile';
import { findOpenDuties, isSavable, isTicketRule, type OpenDuty, STALE_AFTER_MS } from './duties';
import type { OrderCase } from './entities';
import { isStaleDay } from './fresh';
import { isHandledElsewhere } from './handled';
import type { Fact } from './measure';
import type { Indicator, RulePack } from './pack';
import { badnessOf, indicatorOfMeasure } from './pack-lookup';
import type { Report } from './report-types';
import { type AnyPart, seenOf } from './scope';
import { beijingDay, formatDay } from './time';
import type { DutyRule, RowVerdict, WaitRule } from './verdict-types';
import { leavesOn, windowDays } from './window';

export interface VerdictContext {
  compiled: CompiledMeasures;
  pack: RulePack;
  duties: DutyRule[];
  /** Clocks of orders, for order rows. */
  waits: WaitRule[];
  /** Measure id → points lost by one unit of badness; from `shareRates(report)`. */
  shareRates: Record<string, number>;
  /** Indicator id → the shop's own mean in hours, as the page prints it; from `meanHours(report)`. */
  meanHours: Record<string, number>;
  nowMs: number;
}

/**
 * Verdict of an order row, or of an after-sale row when `ticketId` is given.
 * Priority: a dated duty that can be met, the soonest (savable) · an order seen unshipped after its date
 * (will count / counted where an indicator says so, else overdue) · a duty past its date or not seen for 48 h (stale) ·
 * negotiation (paused, stale after 48 h) · a duty without date (running) · excluded · an order that waits (running) ·
 * counted / will count · clean.
 */
export function rowVerdict(
  orderCase: OrderCase,
  ticketId: string | undefined,
  context: VerdictContext,
): RowVerdict {
  const row = { orderId: orderCase.orderId, ...(ticketId === undefined ? {} : { ticketId }) };
  const duty = pickDuty(orderCase, ticketId, context);
  const verdict =
    (duty && dutyVerdict(orderCase, duty, context)) ??
    pausedVerdict(orderCase, ticketId, context) ??
    excludedVerdict(orderCase, context) ??
    (ticketId === undefined ? waitVerdict(orderCase, context) : undefined) ??
    countedVerdict(orderCase, ticketId, context) ??
    ({ verdict: 'clean', provenance: 'exact', clause: '' } as const);
  return { ...row, ...verdict };
}

type Finding = Omit<RowVerdict, 'orderId' | 'ticketId'>;

/** The most urgent: dated and savable first (soonest), then what is late, then whatever else waits. */
function pickDuty(
  orderCase: OrderCase,
  ticketId: string | undefined,
  context: VerdictContext,
): OpenDuty | undefined {
  const open = findOpenDuties(orderCase, context.duties).filter(
    (each) =>
      (ticketId === undefined || each.ticketId === ticketId) &&
      // Without a date and without a clock nothing ticks.
      (each.dueMs !== undefined || each.isOver || hasClock(each.rule)),
  );
  const urgency = (each: OpenDuty): number => {
    if (each.isOver) return Number.MAX_SAFE_INTEGER - 2;
    if (each.dueMs === undefined) return Number.MAX_SAFE_INTEGER;
    const savable = isSavable({ dueMs: each.dueMs, seenMs: each.seenMs }, context.nowMs);
    return savable ? each.dueMs : Number.MAX_SAFE_INTEGER - 1;
  };
  return open.sort((a, b) => urgency(a) - urgency(b))[0];
}

const hasClock = (rule: OpenDuty['rule']): boolean =>
  isTicketRule(rule) && rule.clock !== undefined;

function dutyVerdict(orderCase: OrderCase, duty: OpenDuty, context: VerdictContext): Finding {
  const { rule, ticket, dueMs, seenMs } = duty;
  const base = { ...named(rule.indicator, context.pack), clause: rule.clause };
  const dueAction = ticket?.f.dueAction;
  const dated = {
    ...base,
    ...(dueMs === undefined ? {} : { dueMs }),
    ...(isTicketRule(rule) ? {} : { dueOf: 'order' as const }),
    ...(dueAction === undefined ? {} : { dueAction }),
    provenance: duty.fromRule ? ('estimate' as const) : ('page' as const),
  };
  const counted = duty.isOver && countedVerdict(orderCase, undefined, context, rule.indicator);
  if (counted) return counted;
  const isPast = dueMs !== undefined && dueMs <= context.nowMs;
  const isOld = context.nowMs - seenMs > STALE_AFTER_MS;
  if (duty.isOver && !isOld) return { ...dated, verdict: 'overdue' };
  if (isPast || isOld || duty.isOver) return { ...dated, verdict: 'stale' };
  if (dueMs !== undefined) {
    // The score's own clock ticks beside the promise: the card says both.
    const wait = isTicketRule(rule) ? undefined : waitVerdict(orderCase, context);
    const { sinceMs, meanHours } = wait ?? {};
    return {
      ...dated,
      verdict: 'savable',
      ...(sinceMs === undefined ? {} : { sinceMs }),
      ...(meanHours === undefined ? {} : { meanHours }),
    };
  }
  const appliedMs = ticket?.f.appliedMs;
  const clock = isTicketRule(rule) ? rule.clock : undefined;
  const provenance = appliedMs === undefined ? 'missing' : 'page';
  return { ...base, ...running(rule.indicator, appliedMs, clock, context), provenance };
}

/** A mean that only grows: since when, by the rule's clock, and the shop's own mean beside it. */
function running(
  indicator: string,
  fromMs: number | undefined,
  clock: string | undefined,
  { pack, meanHours }: VerdictContext,
): Pick<RowVerdict, 'verdict' | 'sinceMs' | 'meanHours'> {
  const hours = clock === undefined ? undefined : pack.clocks[clock];
  const sinceMs = fromMs !== undefined && hours ? shiftToOpening(fromMs, hours) : fromMs;
  const mean = meanHours[indicator];
  return {
    verdict: 'running',
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(mean === undefined ? {} : { meanHours: mean }),
  };
}

/** An order row whose clock ticks; stale when its state was not seen for long. */
function waitVerdict(orderCase: OrderCase, context: VerdictContext): Finding | undefined {
  if (isHandledElsewhere(orderCase.order as AnyPart | undefined)) return undefined;
  for (const rule of context.waits) {
    const wait = rule.findWait(orderCase);
    // A clock that the pack in force does not have measures nothing in it.
    if (!wait || !(rule.clock in context.pack.clocks)) continue;
    const base = { ...named(rule.indicator, context.pack), clause: rule.clause };
    const { sinceMs, seenMs, provenance } = wait;
    if (context.nowMs - seenMs > STALE_AFTER_MS) return { ...base, verdict: 'stale', provenance };
    return { ...base, ...running(rule.indicator, sinceMs, rule.clock, context), provenance };
  }
  return undefined;
}

function pausedVerdict(
  orderCase: OrderCase,
  ticketId: string | undefined,
  context: VerdictContext,
): Finding | undefined {
  for (const id of ticketId === undefined ? Object.keys(orderCase.tickets).sort() : [ticketId]) {
    const ticket = orderCase.tickets[id];
    const rule =
      ticket &&
      context.duties.find((each) => isTicketRule(each) && each.paused?.(ticket, orderCase));
    if (!rule || isHandledElsewhere(ticket as AnyPart)) continue;
    const base = { ...named(rule.indicator, context.pack), clause: rule.clause };
    const seenMs = seenOf(ticket as AnyPart, 'status') ?? ticket.at;
    const verdict = context.nowMs - seenMs > STALE_AFTER_MS ? 'stale' : 'paused';
    return { ...base, verdict, provenance: 'page' };
  }
  return undefined;
}

function excludedVerdict(orderCase: OrderCase, context: VerdictContext): Finding | undefined {
  const exclusion = context.compiled.findExclusion(orderCase);
  if (!exclusion) return undefined;
  const { reason, source } = exclusion;
  return { verdict: 'excluded', reason, provenance: 'page', clause: source };
}

/** The fact that costs most among those that count, or will count once their day is complete; of one indicator if so asked. */
function countedVerdict(
  orderCase: OrderCase,
  ticketId: string | undefined,
  context: VerdictContext,
  only?: string,
): Finding | undefined {
  const findings: (Finding & { cost: number })[] = [];
  for (const fact of context.compiled.facts(orderCase)) {
    if (!fact.offends || !concerns(fact, ticketId, orderCase)) continue;
    const found = indicatorOfMeasure(context.pack, fact.measureId);
    if (!found || (only !== undefined && found.indicator.id !== only)) continue;
    const days = windowDays(found.window, context.nowMs);
    if (fact.day < days.dayFrom) continue;
    if (isStaleDay(fact.bucket, found, beijingDay(context.nowMs))) continue;
    const rate = context.shareRates[fact.measureId];
    const share = rate === undefined ? undefined : rate * badnessOf(found, fact.num, fact.den);
    const willCount = found.pending || fact.day > days.dayTo;
    findings.push({
      verdict: willCount ? 'will-count' : 'counted',
      ...named(found.indicator.id, context.pack),
      ...(share === undefined || willCount ? {} : { share }),
      // Points are estimates wherever the platform hides the inside of a dimension.
      provenance: share === undefined || willCount ? fact.quality : 'estimate',
      // How it was counted is no clause: the rule's own stands before it.
      clause: found.own ? found.source : `${found.indicator.source}；${found.source}`,
      ...(found.pending ? {} : { leavesOn: formatDay(leavesOn(fact.day, found.window)) }),
      // Own facts come before evidence, counted before what only will count.
      cost: (share ?? 0) + (found.own ? 1e-6 : 0) + (willCount ? -1e9 : 0),
    });
  }
  const [worst] = findings.sort((a, b) => b.cost - a.cost);
  if (!worst) return undefined;
  const { cost: _cost, ...finding } = worst;
  return finding;
}

/** On an after-sale row: the ticket's own facts, and the order's when it is the order's only ticket. */
function concerns(fact: Fact, ticketId: string | undefined, orderCase: OrderCase): boolean {
  if (ticketId === undefined || fact.unitId === ticketId) return true;
  return fact.unitId === '' && Object.keys(orderCase.tickets).length === 1;
}

function named(indicatorId: string, pack: RulePack): Pick<RowVerdict, 'indicator' | 'label'> {
  const indicator: Indicator | undefined = pack.indicators.find((each) => each.id === indicatorId);
  const label = indicator?.labels[0];
  return { indicator: indicatorId, ...(label === undefined ? {} : { label }) };
}

/** Points lost by one unit of badness, per measure: the badges' shares sum to the indicators' losses. */
export function shareRates(report: Report): Record<string, number> {
  const rates = report.indicators.flatMap(({ behind }) =>
    behind?.lossPerBadness === undefined
      ? []
      : [[behind.measureId, behind.lossPerBadness] as const],
  );
  return Object.fromEntries(rates);
}

/** The shop's own means that are shown in hours, as the page prints them. */
export function meanHours(report: Report): Record<string, number> {
  const means = report.indicators.flatMap((each) =>
    each.unit === 'hours' && each.value !== undefined ? [[each.id, each.value] as const] : [],
  );
  return Object.fromEntries(means);
}
