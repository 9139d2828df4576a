/** The duty to ship an order by a moment, as last seen: facts only, nothing depends on now. */
import type { OrderCase } from './entities';
import { type Compiled, compileExpr } from './expr';
import { isHandledElsewhere } from './handled';
import { type AnyPart, seenOf, truthOf, unitsOf } from './scope';
import type { OrderDutyRule } from './verdict-types';

export interface ShipBy {
  /** When the order was last seen waiting. */
  seenMs: number;
  dueMs?: number;
  /** `dueMs` is the rule's table's, not the page's. */
  fromRule: boolean;
  /** It was seen waiting after its moment, or the page said so: late whatever happened since. */
  isOver: boolean;
}

/** Undefined when the order does not wait to be shipped, or left the list of those that do. */
export function findShipBy(orderCase: OrderCase, rule: OrderDutyRule): ShipBy | undefined {
  const [scope] = unitsOf(orderCase, 'order');
  if (!scope) return undefined;
  const compiled = compileOnce(rule);
  if (truthOf(compiled.openWhen(scope)) !== true) return undefined;
  const order = orderCase.order as AnyPart;
  if (isHandledElsewhere(order)) return undefined;
  const printedMs = numberOf(compiled.dueMs(scope));
  const dueMs = printedMs ?? numberOf(compiled.dueByRuleMs?.(scope));
  const seenMs = seenOf(order, 'status') ?? order.at;
  // A page left open goes on saying that it waits: what counts is when the page was loaded.
  const waitedMs = seenOf(order, 'notYetShipped') ?? seenMs;
  const isOver = truthOf(compiled.overWhen?.(scope)) === true;
  return {
    seenMs,
    ...(dueMs === undefined ? {} : { dueMs }),
    fromRule: printedMs === undefined,
    isOver: isOver || (dueMs !== undefined && waitedMs > dueMs),
  };
}

type CompiledRule = Record<'openWhen' | 'dueMs', Compiled> &
  Partial<Record<'dueByRuleMs' | 'overWhen', Compiled>>;

/** Rules are constants of their platform; every order that is stored is asked. */
const known = new WeakMap<OrderDutyRule, CompiledRule>();

function compileOnce(rule: OrderDutyRule): CompiledRule {
  const found = known.get(rule);
  if (found) return found;
  const context = { words: rule.words, clocks: {} };
  const { openWhen, dueMs, dueByRuleMs, overWhen } = rule;
  const made: CompiledRule = {
    openWhen: compileExpr(openWhen, context),
    dueMs: compileExpr(dueMs, context),
    ...(dueByRuleMs ? { dueByRuleMs: compileExpr(dueByRuleMs, context) } : {}),
    ...(overWhen ? { overWhen: compileExpr(overWhen, context) } : {}),
  };
  known.set(rule, made);
  return made;
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
