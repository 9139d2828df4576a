/**
 * Ids that lost digits look sound one by one; together they don't. A spreadsheet that saved a column of
 * numbers leaves zeros after the fifteenth digit; a program that read them as floating point leaves
 * multiples of 2^k. One sound id ends so by chance (1 in 1,000; 1 in 16 to 1,000), most of a file never.
 */
const ZERO_TAIL = /^\d{15}0{3,}$/;
const LONG = /^\d{17,}$/;
/** Too few ids prove nothing about floating point: 1/16 to the eighth is 1 in 4 billion. */
const MIN_FLOATS = 8;

export interface IdAudit {
  add(id: string, line: number): void;
  /** The first line and the number of ids that look rounded, when they are the rule and no accident. */
  findDamage(): { line: number; count: number } | undefined;
}

export function createIdAudit(): IdAudit {
  let total = 0;
  const zeros = { line: 0, count: 0 };
  const floats = { line: 0, count: 0 };
  return {
    add(id, line) {
      if (!LONG.test(id)) return;
      total += 1;
      if (ZERO_TAIL.test(id)) note(zeros, line);
      if (BigInt(Number(id)) === BigInt(id)) note(floats, line);
    },
    findDamage() {
      if (zeros.count * 2 > total) return zeros;
      if (total >= MIN_FLOATS && floats.count * 10 > total * 9) return floats;
      return undefined;
    },
  };
}

function note(found: { line: number; count: number }, line: number): void {
  if (found.count === 0) found.line = line;
  found.count += 1;
}
