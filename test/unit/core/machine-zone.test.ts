/** Whatever zone the machine is in, windows turn over at midnight in Beijing: told by other processes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'scorelens-zone-'));
const ZONES = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'];

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: path.join(import.meta.dirname, 'machine-zone-probe.ts'),
        formats: ['es'],
        fileName: () => 'probe.mjs',
      },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const probe = (zone: string): string =>
  execFileSync(process.execPath, [path.join(folder, 'probe.mjs')], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });

it('gives the same windows, days and clocks everywhere, and the right ones', () => {
  const [first, ...others] = ZONES.map(probe);
  for (const other of others) expect(other).toBe(first);
  const told = JSON.parse(first ?? '') as Record<string, string>;
  // Month ends, the leap day, and the two sides of midnight.
  expect(told).toMatchObject({
    '2026-03-01 23:59:59': '2026-01-30..2026-02-28',
    '2026-03-02 00:00:00': '2026-01-31..2026-03-01',
    '2028-03-01 00:00:00': '2028-01-31..2028-02-29',
    '2028-03-31 00:00:00': '2028-03-01..2028-03-30',
    '2027-01-01 00:00:00': '2026-12-02..2026-12-31',
    'month-end of 2028-02-10': '2028-02-29',
    'pickup clock of 2028-02-28 18:00:00': '2028-02-29 06:00',
  });
}, 60_000);
