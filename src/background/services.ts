/** What the background does with each message of the contract. */
import type { CaseRecord, PageRecord, ShopRef } from '../core/entities';
import type { Requests } from '../messages/contract';
import { CodedError } from '../messages/envelope';
import type { Router } from '../messages/router';
import type { ContentSender } from '../messages/sender';
import type { ScoreDatabase } from '../store/database';
import { ingestBatch, OtherShopError } from '../store/ingest';
import type { MirrorWriter } from '../store/mirror-writer';
import { findCases } from '../store/queries';
import { recordHealth } from '../store/record-health';
import type { PlatformRules } from '../store/rules';
import {
  clearUnclaimed,
  findHostShop,
  type HostShopParts,
  noteUnclaimed,
  unclaimedHealth,
} from './host-shops';
import type { FindRules } from './rules';
import type { StoreDesk } from './store-desk';
import type { Toolbar } from './toolbar';
import type { RowId, Verdicts } from './verdicts';

export interface ServiceParts extends HostShopParts {
  db: ScoreDatabase;
  findRules: FindRules;
  verdicts: Verdicts;
  mirror: MirrorWriter;
  toolbar: Toolbar;
  desk: StoreDesk;
  nowMs(): number;
  /** The merchant allowed to store what incognito windows show. */
  mayStoreIncognito(): Promise<boolean>;
}

type Ingest = Requests['ingest-page'];
type Health = Requests['report-health'];
type Rows = Requests['get-verdicts'];

export function registerServices(router: Router, parts: ServiceParts): void {
  router.handle('ingest-page', (request, sender) => ingestPage(parts, request, sender));
  router.handle('report-health', (request, sender) => reportHealth(parts, request, sender));
  router.handle('get-verdicts', (request, sender) => getVerdicts(parts, request, sender));
  router.handle('check-mirror', (request) => checkMirror(parts, request));
}

async function ingestPage(
  parts: ServiceParts,
  request: Ingest['request'],
  sender: ContentSender,
): Promise<Ingest['reply']> {
  await checkIncognito(parts, sender);
  const { tabId } = sender;
  const { records, list, health, seenMs, kind } = request;
  const rules = getRules(parts, sender.platform);
  if (health.kind !== kind) throw new CodedError('bad-message', 'health of another page kind');
  if (health.verdict === 'broken' && (records.length > 0 || list)) {
    throw new CodedError('bad-message', 'records of a page that could not be read');
  }
  const rows = rowIds(records);
  checkOrderIds(rules, rows);
  const shop = request.shop ?? (await getHostShop(parts, request, sender));
  try {
    await parts.desk.makeReady();
    const result = await ingestBatch(parts.db, rules, { shop, seenMs, records, list, health });
    if (result.wrote) {
      parts.mirror.touch(shop);
      await parts.desk.noteWritten();
    }
    const verdicts = await parts.verdicts.of(shop, rows, result.cases, parts.nowMs());
    parts.toolbar.noteTab(tabId, { shop, broken: brokenKind(health) });
    return { stored: result.stored, refused: result.refused, verdicts };
  } catch (error) {
    if (error instanceof OtherShopError) {
      throw new CodedError('other-shop', error.shopNames.join('、'));
    }
    if (await parts.desk.noteFailure(error)) {
      parts.toolbar.noteTab(tabId, { shop, diskFull: true });
      throw new CodedError('quota', 'no room on the disk');
    }
    throw error;
  }
}

/** The shop of a page that names none. @throws CodedError `no-shop`; then the dashboard will ask. */
async function getHostShop(
  parts: ServiceParts,
  { kind, records, list, seenMs }: Ingest['request'],
  { platform, host, tabId }: ContentSender,
): Promise<ShopRef> {
  if (list || !records.every((record) => record.kind === 'chat-day')) {
    throw new CodedError('bad-message', 'a page of this kind must name its shop');
  }
  const found = await findHostShop(parts, platform, host);
  if (found) {
    await clearUnclaimed(parts, host);
    return found;
  }
  await noteUnclaimed(parts, host, { platform, kind, seenMs });
  const health = unclaimedHealth(kind);
  if (await recordHealth(parts.db, { platform, seenMs, health })) parts.mirror.touch();
  parts.toolbar.noteTab(tabId, { broken: kind });
  throw new CodedError('no-shop', 'nobody said whose this host is');
}

async function reportHealth(
  parts: ServiceParts,
  { shop, seenMs, health }: Health['request'],
  sender: ContentSender,
): Promise<Health['reply']> {
  await checkIncognito(parts, sender);
  const { platform, tabId } = sender;
  const wrote = await recordHealth(parts.db, { platform, shop, seenMs, health });
  if (wrote) parts.mirror.touch(shop);
  parts.toolbar.noteTab(tabId, { shop, broken: brokenKind(health) });
  return {};
}

async function getVerdicts(
  parts: ServiceParts,
  { shop, rows }: Rows['request'],
  { tabId }: ContentSender,
): Promise<Rows['reply']> {
  checkOrderIds(getRules(parts, shop.platform), rows);
  const cases = await findCases(parts.db, shop, [...new Set(rows.map((row) => row.orderId))]);
  const verdicts = await parts.verdicts.of(shop, rows, cases, parts.nowMs());
  parts.toolbar.noteTab(tabId, { shop });
  return { verdicts };
}

/** Asked by a popup that has painted: what it shows is compared with the store. */
async function checkMirror(
  { desk, mirror }: ServiceParts,
  { shop }: Requests['check-mirror']['request'],
): Promise<Requests['check-mirror']['reply']> {
  if (await desk.findTrouble()) return { wrote: false };
  return { wrote: await mirror.verify(shop) };
}

async function checkIncognito(parts: ServiceParts, sender: ContentSender): Promise<void> {
  if (sender.incognito && !(await parts.mayStoreIncognito())) {
    throw new CodedError('incognito', 'no consent to store what an incognito window shows');
  }
}

function getRules(parts: ServiceParts, platform: string): PlatformRules {
  const rules = parts.findRules(platform);
  if (!rules) throw new CodedError('bad-message', 'unknown platform');
  return rules;
}

/** A verdict each for the page's rows: orders by order, tickets by ticket. */
function rowIds(records: PageRecord[]): RowId[] {
  return records.filter(isCaseRecord).map((record) => ({
    orderId: record.orderId,
    ...(record.kind === 'ticket' ? { ticketId: record.ticketId } : {}),
  }));
}

const isCaseRecord = (record: PageRecord): record is CaseRecord => 'orderId' in record;

/** The schema knows ids of all platforms; here it must be one of this platform's. */
function checkOrderIds(rules: PlatformRules, rows: RowId[]): void {
  if (!rows.every(({ orderId }) => rules.isOrderId(orderId))) {
    throw new CodedError('bad-message', 'an order id of another shape');
  }
}

const brokenKind = (health: Health['request']['health']): typeof health.kind | undefined =>
  health.verdict === 'broken' ? health.kind : undefined;
