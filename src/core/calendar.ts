/**
 * Exclusion calendar (考核豁免): spans of days whose orders a platform leaves out of certain indicators, for
 * a festival or a disaster area. Data with a source; the merchant may add spans and switch ours off.
 */
import { beijingDay, findDay } from './time';

export interface ExcludedSpan {
  id: string;
  /** Indicator ids it touches. */
  indicators: string[];
  /** Beijing dates, both included. */
  from: string;
  to: string;
  /** The instant that decides: payment (order time stands in), or the order's own day. */
  by: 'paid' | 'placed';
  /** Only orders to these provinces (a disaster area); absent: all. */
  provinces?: string[];
  /** In the platform's words, e.g. 春节. */
  reason: string;
  source: string;
}

/** What is known of an order when a span is looked for. */
export interface SpanOrder {
  paidMs?: number;
  placedMs?: number;
  province?: string;
}

/** Built-in spans without those switched off, and the merchant's own. */
export function calendarOf(
  builtIn: readonly ExcludedSpan[],
  { add = [], off = [] }: { add?: ExcludedSpan[]; off?: string[] } = {},
): ExcludedSpan[] {
  return [...builtIn.filter((span) => !off.includes(span.id)), ...add];
}

/** The span that leaves an order out of an indicator; undefined when none certainly does. */
export function findSpan(
  calendar: readonly ExcludedSpan[],
  indicator: string,
  { paidMs, placedMs, province }: SpanOrder,
): ExcludedSpan | undefined {
  return calendar.find((span) => {
    if (!span.indicators.includes(indicator)) return false;
    if (span.provinces && (province === undefined || !span.provinces.includes(province))) {
      return false;
    }
    const ms = span.by === 'paid' ? (paidMs ?? placedMs) : placedMs;
    return ms !== undefined && isInside(span, beijingDay(ms));
  });
}

/** Spans that touch an indicator between two Beijing days: its value may leave out orders of theirs. */
export function spansDuring(
  calendar: readonly ExcludedSpan[],
  indicator: string,
  dayFrom: number,
  dayTo: number,
): ExcludedSpan[] {
  return calendar.filter(
    (span) =>
      span.indicators.includes(indicator) &&
      (findDay(span.from) ?? Infinity) <= dayTo &&
      (findDay(span.to) ?? -Infinity) >= dayFrom,
  );
}

function isInside(span: ExcludedSpan, day: number): boolean {
  return (findDay(span.from) ?? Infinity) <= day && day <= (findDay(span.to) ?? -Infinity);
}
