/** The parcel column: "<tracking number>-<carrier>", several separated by ";" or ",". */
import type { ParcelRecord } from '../core/entities';

/** Every carrier's name has one of these: a number beside any other word is not taken for a parcel. */
const CARRIER =
  /快递|速递|速运|快运|物流|邮政|EMS|包裹|配送|货运|顺丰|圆通|中通|申通|韵达|极兔|京东|德邦|丹鸟|菜鸟/;
const PARCEL = /^([0-9A-Za-z][0-9A-Za-z_-]{5,39})-([\p{Script=Han}A-Za-z()（）]{2,20})$/u;

/** Parcels of a cell, or undefined when any piece has another shape. A number without carrier is no use. */
export function findParcels(text: string): ParcelRecord[] | undefined {
  const parcels = text
    .split(/[;,；，]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => PARCEL.exec(piece));
  if (parcels.some((match) => match === null || !CARRIER.test(match[2] ?? ''))) {
    return undefined;
  }
  const byId = new Map<string, ParcelRecord>();
  for (const match of parcels as RegExpExecArray[]) {
    byId.set(match[1] as string, { parcelId: match[1] as string, carrier: match[2] as string });
  }
  return [...byId.values()];
}
