/** Every sample file reads to exactly its expected records, or is refused with the right reason. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/entities';
import type { FilePreview } from '../../../src/files/preview-types';
import { readFile } from '../../../src/files/read-file';
import { orderRecord, ticketRecord } from '../../../src/messages/record-schemas';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { goodSamples, refusedSamples } from '../../files/samples.mjs';
import { EXPORTED_MS, NOW_MS, PERSONAL } from '../../files/truth.mjs';

const folder = path.join(import.meta.dirname, '../../files/samples');
const load = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
const expectedOf = (name: string) =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
const read = (name: string) =>
  readFile(load(name), `${EXPORTED_MS / 1000}_${name}`, { kinds: doudianFileKinds, nowMs: NOW_MS });

async function recordsOf(preview: FilePreview): Promise<CaseRecord[]> {
  const records: CaseRecord[] = [];
  for await (const batch of preview.batches()) records.push(...batch);
  return records;
}

describe('samples on disk', () => {
  it('are what the script makes', () => {
    const all = [...goodSamples, ...refusedSamples];
    expect(readdirSync(folder).sort()).toEqual(
      all.flatMap(({ name }) => [name, `${name}.json`]).sort(),
    );
    for (const { name, bytes, expected } of all) {
      expect(Buffer.compare(load(name), bytes), name).toBe(0);
      expect(expectedOf(name)).toEqual(JSON.parse(JSON.stringify(expected)));
    }
  });
});

describe('files that can be imported', () => {
  it.each(goodSamples.map(({ name }) => name))('%s', async (name) => {
    const expected = expectedOf(name);
    const preview = await read(name);
    if (!preview.ok) throw new Error(JSON.stringify(preview));
    const records = await recordsOf(preview);
    expect(records).toEqual(expected.records);
    expect([...new Set(preview.problems.map((problem) => problem.code))]).toEqual(
      expected.problems ?? [],
    );
    expect(preview.records).toBe(expected.records.length);
    expect([preview.seenMs, preview.seenFrom]).toEqual([EXPORTED_MS, 'file-name']);
    for (const record of records) {
      const schema = record.kind === 'order' ? orderRecord : ticketRecord;
      expect(schema.safeParse(record).error).toBeUndefined();
    }
    const everything = JSON.stringify([records, preview]);
    for (const personal of Object.values(PERSONAL)) expect(everything).not.toContain(personal);
    expect(everything).not.toContain('密文');
  });
});

describe('files that must be refused', () => {
  it.each(refusedSamples.map(({ name }) => name))('%s', async (name) => {
    const expected = expectedOf(name);
    const error = await read(name);
    if (error.ok) throw new Error(`accepted: ${JSON.stringify(error)}`);
    expect([expected.code].flat()).toContain(error.code);
    expect(error.next).not.toBe('none');
    if (expected.line) expect(error.line).toBe(expected.line);
    if (expected.header) expect(error.header).toBe(expected.header);
    if (expected.missing) expect(error.params.missing).toEqual(expected.missing);
    const text = JSON.stringify(error);
    for (const personal of Object.values(PERSONAL)) expect(text).not.toContain(personal);
  });
});
