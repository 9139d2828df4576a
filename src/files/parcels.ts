/** Parcels: "<tracking number>-<carrier>" in one column, or a column each; several separated by ";" or ",". */
import type { ParcelRecord } from '../core/entities';

/** Every carrier's name has one of these: a number beside any other word is not taken for a parcel. */
const CARRIER =
  /快递|速递|速运|快运|物流|邮政|EMS|包裹|配送|货运|顺丰|圆通|中通|申通|韵达|极兔|京东|德邦|丹鸟|菜鸟/;
const PARCEL = /^([0-9A-Za-z][0-9A-Za-z_-]{5,39})-([\p{Script=Han}A-Za-z()（）]{2,20})$/u;
/** Some exports write "No:" before the number. */
const NUMBER = /^(?:No[:：]\s*)?([0-9A-Za-z][0-9A-Za-z_-]{5,39})$/i;

const piecesOf = (text: string): string[] =>
  text
    .split(/[;,；，]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** Parcels of a cell, or undefined when any piece has another shape. A number without carrier is no use. */
export function findParcels(text: string): ParcelRecord[] | undefined {
  const parcels = piecesOf(text).map((piece) => PARCEL.exec(piece));
  if (parcels.some((match) => match === null || !CARRIER.test(match[2] ?? ''))) {
    return undefined;
  }
  return unique(
    (parcels as RegExpExecArray[]).map((match) => ({
      parcelId: match[1] as string,
      carrier: match[2] as string,
    })),
  );
}

/**
 * Parcels of a column of numbers and one of carriers, or undefined when a number has another shape. Here the
 * header says what the number is, so it may stand alone; a carrier belongs to it only when there is one for
 * each number, or one for all.
 */
export function findTracked(numbers: string, carriers: string): ParcelRecord[] | undefined {
  const ids = piecesOf(numbers).map((piece) => NUMBER.exec(piece)?.[1]);
  if (ids.includes(undefined)) return undefined;
  const names = piecesOf(carriers).map((name) => (CARRIER.test(name) ? name : undefined));
  const isClear = names.length === 1 || names.length === ids.length;
  return unique(
    (ids as string[]).map((parcelId, index) => {
      const carrier = isClear
        ? (names[index] ?? (names.length === 1 ? names[0] : undefined))
        : undefined;
      return { parcelId, ...(carrier === undefined ? {} : { carrier }) };
    }),
  );
}

const unique = (parcels: ParcelRecord[]): ParcelRecord[] => [
  ...new Map(parcels.map((parcel) => [parcel.parcelId, parcel])).values(),
];
