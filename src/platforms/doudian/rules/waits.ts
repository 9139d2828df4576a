/** Orders that wait to be picked up: each hour raises the shop's mean pickup time; there is no "remaining". */
import { type AnyPart, seenOf } from '../../../core/scope';
import type { WaitRule } from '../../../core/verdict-types';
import { compileWordSet } from '../../../core/words';
import { doudianWords } from './words';

const waitsForShipping = compileWordSet(doudianWords['order-waits-shipping'] ?? {});
const isPresaleWord = compileWordSet(doudianWords.presale ?? {});

export const doudianWaits: WaitRule[] = [
  {
    id: 'wait-for-pickup',
    indicator: 'pickup-hours',
    clock: 'pickup',
    findWait({ order }) {
      const status = order?.f.status;
      if (!order || status === undefined || !waitsForShipping(status)) return undefined;
      // The rule does not say how presale is clocked: better no clock than a wrong one.
      const words = [...(order.f.tags ?? []), order.f.orderType ?? ''];
      if (words.some((word) => isPresaleWord(word))) return undefined;
      const { paidMs, placedMs } = order.f;
      const sinceMs = paidMs ?? placedMs;
      if (sinceMs === undefined) return undefined;
      const provenance = paidMs === undefined ? 'proxy' : 'exact';
      return { sinceMs, seenMs: seenOf(order as AnyPart, 'status') ?? order.at, provenance };
    },
    clause:
      '平均揽收时长：从支付起算，18:00–06:00 支付的从 06:00 起算（通知 aJoPPkXuLRqc，2026-09-08 生效）；列表不显示支付时间时用下单时间代替',
  },
];
