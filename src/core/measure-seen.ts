/** Which measures ask when something was seen: those alone can change when a case is merely seen again. */
import type { Expr, Measure } from './measure';
import { innerOf } from './measure-sides';

/** Lines of two sources are paired by what was seen last (lines.ts), so they count as such. */
export function asksWhenSeen(measure: Measure): boolean {
  if (measure.unit === 'line') return true;
  const { include, day, num, den, unknownWhen, proxyWhen, estimateWhen, bucket, offends } = measure;
  const parts = [include, day, num, den, unknownWhen, proxyWhen, estimateWhen, bucket, offends];
  return parts.some((each) => each !== undefined && asks(each));
}

function asks(expr: Expr): boolean {
  if (expr.op === 'field') return SEEN.test(expr.path);
  if ('over' in expr && expr.over === 'lines') return true;
  return innerOf(expr).some(asks);
}

/** A countdown's end is worked out anew at each sighting, some seconds apart. */
const SEEN = /^(order\.)?(seen(\.|$)|dueMs$)/;
