/**
 * What a backup holds: one JSON text a line. The first says what it is, the last how many lines there
 * were; each in between is one stored thing. Only shapes known here get in.
 */
import type { ChatDay, OrderCase, ScoreSnapshot, ShopRef } from '../core/entities';
import type { CoverageState } from '../core/report-types';
import { BackupError } from './backup-file';
import type { ShopAlias } from './database';
import { isMs, isObject, isSoundCase, isSoundPart, isText } from './sound-case';

export const LINES_VERSION = 1;

/** `alias` and `claims` only where the merchant decided something; earlier versions pass them by. */
export interface ShopLine {
  t: 'shop';
  shop: ShopRef;
  lastSeenMs: number;
  alias?: ShopAlias;
  /** What was proved of this and the identities merged into it, as one shop. */
  claims?: CoverageState;
}

/** `settings`: what the merchant entered (backup-settings.ts); earlier versions pass them by. */
export interface HeadLine {
  t: 'head';
  format: 'scorelens';
  version: number;
  createdMs: number;
  settings?: Record<string, unknown>;
}

export type BackupLine =
  | HeadLine
  | ShopLine
  | { t: 'case'; case: OrderCase }
  | { t: 'snapshot'; platform: string; shopId: string; snapshot: ScoreSnapshot }
  | { t: 'chat-day'; platform: string; shopId: string; chatDay: ChatDay }
  | { t: 'coverage'; platform: string; shopId: string; state: CoverageState }
  | { t: 'end'; lines: number };

/** Lines as gzip. */
export async function zipLines(lines: AsyncIterable<BackupLine>): Promise<Uint8Array<ArrayBuffer>> {
  const source = lines[Symbol.asyncIterator]();
  const texts = new ReadableStream<string>({
    async pull(controller) {
      const next = await source.next();
      if (next.done) controller.close();
      else controller.enqueue(`${JSON.stringify(next.value)}\n`);
    },
  });
  const zipped = texts
    .pipeThrough(new TextEncoderStream())
    .pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(zipped).arrayBuffer());
}

/** The head and the lines before the end, checked one by one. @throws BackupError */
export async function* unzipLines(zipped: Uint8Array<ArrayBuffer>): AsyncGenerator<BackupLine> {
  let count = 0;
  let ended = false;
  try {
    for await (const text of textLines(zipped)) {
      const line = JSON.parse(text) as BackupLine;
      if (ended) throw new BackupError('damaged');
      if (count === 0) {
        checkHead(line);
        yield line;
      } else if (line.t === 'end') {
        if (line.lines !== count) throw new BackupError('damaged');
        ended = true;
      } else if (isSound(line)) yield line;
      else throw new BackupError('damaged');
      count += 1;
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError('damaged');
  }
  if (!ended) throw new BackupError('damaged');
}

function checkHead(line: BackupLine): void {
  if (line.t !== 'head' || line.format !== 'scorelens') throw new BackupError('foreign');
  if (line.version > LINES_VERSION) throw new BackupError('newer');
  if (line.settings !== undefined && !isObject(line.settings)) throw new BackupError('damaged');
}

async function* textLines(zipped: Uint8Array<ArrayBuffer>): AsyncGenerator<string> {
  const stream = new Blob([zipped])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream());
  const reader = stream.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new BackupError('damaged');
}

function isSound(line: BackupLine): boolean {
  switch (line.t) {
    case 'shop':
      return (
        isText(line.shop?.platform) &&
        isText(line.shop.shopId) &&
        typeof line.shop.name === 'string' &&
        isMs(line.lastSeenMs) &&
        (line.alias === undefined || isAlias(line.alias)) &&
        (line.claims === undefined || isCoverage(line.claims))
      );
    case 'case':
      return isSoundCase(line.case);
    case 'snapshot':
      return isOfShop(line) && isMs(line.snapshot?.day) && isMs(line.snapshot.seenMs);
    case 'chat-day':
      return isOfShop(line) && isMs(line.chatDay?.day) && isSoundPart(line.chatDay.part);
    case 'coverage':
      return isOfShop(line) && isCoverage(line.state);
    default:
      return false;
  }
}

const isOfShop = (line: { platform: string; shopId: string }): boolean =>
  isText(line.platform) && isText(line.shopId);

const isCoverage = (state: CoverageState | undefined): boolean =>
  isSide(state?.orders) && isSide(state?.aftersales);

const isAlias = (alias: unknown): boolean =>
  isObject(alias) &&
  [alias.label, alias.into].every((each) => each === undefined || isText(each)) &&
  [alias.labelMs, alias.intoMs].every((each) => each === undefined || isMs(each));

const isSide = (side: unknown): boolean => isObject(side) && Array.isArray(side.intervals);
