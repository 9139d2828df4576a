/** Reading fields of a unit, its order and its case. */
import type { Compiled } from './expr';
import { type AnyPart, fieldOf, type Scope, seenOf, type Value } from './scope';

/** "reason" · "seen" · "seen.status" · "order.status" · "order.seen.status" · "case.orderId" */
export function compileField(path: string): Compiled {
  const [head = '', ...rest] = path.split('.');
  if (head === 'case') {
    const name = rest[0] as 'orderId' | 'shopId' | 'platform';
    return (scope) => scope.case?.[name];
  }
  if (head === 'order' && rest.length > 0) return compilePartField(rest, true);
  return compilePartField([head, ...rest], false);
}

function compilePartField([head = '', name]: string[], ofOrder: boolean): Compiled {
  if (head === 'seen') {
    return ofOrder ? (scope) => seenOf(orderOf(scope), name) : (scope) => seenOf(scope.part, name);
  }
  // A name that every object inherits must be asked for; any other is read at once.
  if (head in Object.prototype) {
    return ofOrder
      ? (scope) => fieldOf(orderOf(scope), head)
      : (scope) => fieldOf(scope.part, head);
  }
  if (ofOrder) {
    return (scope) => {
      const order = scope.case?.order;
      return order === undefined ? undefined : ((order as AnyPart).f[head] as Value);
    };
  }
  return (scope) => {
    const { part } = scope;
    return part === undefined ? undefined : (part.f[head] as Value);
  };
}

const orderOf = (scope: Scope): AnyPart | undefined => scope.case?.order as AnyPart | undefined;
