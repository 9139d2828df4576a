/**
 * Parcels on detail pages and in the logistics drawer: tracking number, carrier, and when the carrier
 * picked the parcel up and delivered it. Drawer and its stems were seen in readers of 2026; elsewhere
 * labels are all there is. Only events whose whole text is a status word count: the carrier's own lines
 * hold couriers' names and phones, and `派送中,请准备签收` is no signing.
 */
import { parseDateTimeMs } from '../../capture/dates';
import { labelReader } from '../../capture/labels';
import { type CellText, cellText, type Leaf } from '../../capture/leaves';
import { compact } from '../../capture/record';
import type { ParcelRecord } from '../../core/entities';

const ITEM = '[class*="timeline-item"]';
const DATED = '[class*="date"], [class*="time-"], [class*="Time"]';

const NUMBER_LABEL = /^(退货|换货|补寄|发货)?(?:物流|快递|运)单号[\s:]*(.*)$/;
/** Carriers' numbers: letters, then digits; no phone number. */
export const TRACKING = /^(?!1\d{10}$)[A-Z]{0,4}\d{8,20}[A-Z]{0,3}$/i;

const EVENTS = [
  ['shippedMs', /^(?:商家)?已?发货$/],
  ['pickedUpMs', /^(?:快件|包裹)?(?:已|被)?揽[收件](?:成功)?$/],
  ['signedMs', /^(?:快件|包裹)?已?(?:签收|妥投)(?:成功)?$/],
] as const;

/** Every carrier's name has one of these: no person's name passes for one. */
export const CARRIER =
  /^(?=.*(?:快递|速递|速运|快运|物流|邮政|EMS|顺丰|圆通|中通|申通|韵达|极兔|京东|德邦|丹鸟|菜鸟))[\u4e00-\u9fffA-Za-z()]{2,16}$/;

/** `numbers` and `other` keep a neighbour's value from being taken for one of ours. */
export const readParcelLabels = labelReader({
  carrier: ['物流商', '物流公司', '快递公司', '承运商'],
  shippedMs: ['发货时间'],
  pickedUpMs: ['揽收时间'],
  signedMs: ['签收时间'],
  numbers: ['发货物流单号', '退货物流单号', '物流单号', '快递单号', '运单号'],
  other: ['收件人', '收货人', '收货地址', '手机号', '备注'],
});

/** `isReturn`: it travels from the buyer to the shop. */
export interface FoundParcel {
  isReturn: boolean;
  parcel: ParcelRecord;
}

/** `content`: the text of `root`, walked once by the caller. */
export function findParcels(root: Element, { nodes }: CellText, nowMs: number): FoundParcel[] {
  const numbers = nodes.flatMap((leaf, at) => {
    const match = NUMBER_LABEL.exec(leaf.text);
    if (!match) return [];
    const number = (match[2] || (nodes[at + 1]?.text ?? '')).replace(/[\s:]*复制$/, '');
    return TRACKING.test(number) ? [{ leaf, number, way: match[1] }] : [];
  });
  const found = new Map<string, FoundParcel>();
  for (const { leaf, number, way } of numbers) {
    const others = numbers.filter((other) => other.number !== number).map((other) => other.leaf);
    const block = blockOf(leaf, others, root);
    const inside = nodes.filter(({ el }) => block.contains(el));
    const isReturn = way === '退货';
    const parcel = { parcelId: number, ...timesOf(block, inside, nowMs) };
    const before = found.get(number);
    // Shown twice (page and drawer): what one leaves out the other may say.
    found.set(number, { isReturn, parcel: { ...before?.parcel, ...parcel } });
  }
  return [...found.values()];
}

/** The widest element around a number that holds no other number: what stands in it is this parcel's. */
function blockOf(leaf: Leaf, others: readonly Leaf[], root: Element): Element {
  let block = leaf.el;
  while (block !== root && block.parentElement) {
    const up = block.parentElement;
    if (others.some((other) => up.contains(other.el))) break;
    block = up;
  }
  return block;
}

function timesOf(block: Element, inside: readonly Leaf[], nowMs: number): Partial<ParcelRecord> {
  const items = [...block.querySelectorAll(ITEM)].filter(
    (item) => !item.parentElement?.closest(ITEM),
  );
  const texts = inside.filter(({ el }) => !el.closest(ITEM)).map(({ text }) => text);
  const labels = readParcelLabels(texts);
  const times: Partial<ParcelRecord> = {};
  for (const [field, words] of EVENTS) {
    const events = items.flatMap((item) => {
      const text = cellText(item);
      return text.leaves.some((leaf) => words.test(leaf)) ? (dateOf(item, text, nowMs) ?? []) : [];
    });
    // A second scan of the same kind (a parcel shop, say) comes later than the event itself.
    const ms = parseDateTimeMs(labels[field] ?? '', nowMs) ?? Math.min(...events);
    if (Number.isFinite(ms) && ms <= nowMs) times[field] = ms;
  }
  const { pickedUpMs, signedMs } = times;
  if (pickedUpMs !== undefined && signedMs !== undefined && signedMs < pickedUpMs) {
    // One of them is not what its words say.
    delete times.pickedUpMs;
    delete times.signedMs;
  }
  const { carrier } = labels;
  return compact({ carrier: carrier && CARRIER.test(carrier) ? carrier : undefined, ...times });
}

/** The item's one date: its date element, else the only date among its texts. */
function dateOf(item: Element, { leaves }: CellText, nowMs: number): number | undefined {
  const dated = [...item.querySelectorAll(DATED)].map((el) => cellText(el).leaves.join(' '));
  for (const texts of [dated, leaves]) {
    const dates = new Set(texts.flatMap((text) => parseDateTimeMs(text, nowMs) ?? []));
    if (dates.size === 1) return [...dates][0];
    if (dates.size > 1) return undefined;
  }
  return undefined;
}
