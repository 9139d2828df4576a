/** What popup and dashboard need of the world around them; entrypoints bind it, tests fake nothing else. */

import type { Advice, SplitBy } from '../core/advice-types';
import type { LossPart } from '../core/answers-types';
import type { OrderCase, ShopRef } from '../core/entities';
import type { ShoplessHost } from '../core/host-shop';
import type { RulePack } from '../core/pack';
import type { Preferences } from '../core/preferences';
import type { Offender, Report } from '../core/report-types';
import type { ScoreModel } from '../core/score-model';
import type { ShopChoices } from '../core/shop-choices';
import type { ShopSettings } from '../core/shop-settings';
import type { PageSource } from '../platforms/types';
import type { MirrorIndex, ShopMirror, StoreState } from '../store/mirror-types';
import type { OffenderRow, RowsProgress } from '../store/offender-rows';
import type { StoredGlance } from '../store/stored-glance';
import type { DataPorts } from './dashboard/data/data-ports';
import type { ImportRun } from './dashboard/import-types';
import type { Locale, Translator } from './i18n';
import type { NearestLineView } from './popup/nearest-line';
import type { WholePopup } from './popup/whole';

export type ShopId = Pick<ShopRef, 'platform' | 'shopId'>;

/** What the interface knows of a platform: its name and where its pages are. */
export interface PlatformInfo {
  id: string;
  name: { 'zh-CN': string; en: string };
  links: {
    orderList: string;
    aftersaleList: string;
    score: string;
    order(orderId: string): string;
    ticket(ticketId: string, orderId: string): string;
  };
  /** What each indicator is counted from. */
  packs?: Pick<RulePack, 'id' | 'name' | 'from' | 'to' | 'source' | 'indicators' | 'measures'>[];
  /** Which page or export gives what. */
  sources?: PageSource[];
}

/** The mirror, and the figures that the merchant entered for the shop. */
export type ShownMirror = ShopMirror & { settings?: ShopSettings };

export interface UiPorts {
  platforms: PlatformInfo[];
  now(): number;
  readMirrorIndex(): Promise<MirrorIndex>;
  readMirror(shop: ShopId): Promise<ShownMirror | undefined>;
  /** What is wrong or under way in the store, as the background last said. */
  readStoreState(): Promise<StoreState>;
  /**
   * Has the background compare what the mirrors show with the store, and make it so; a change comes through
   * `subscribe`. True when something was written. False also when nobody answered.
   */
  checkMirror(shop: ShopId | undefined): Promise<boolean>;
  /** Runs the engine; undefined for a platform that this version does not know. */
  reportOf(mirror: ShownMirror, nowMs: number): Report | undefined;
  /** The shop in the active tab, as far as it can be told. */
  activeTabShop(): Promise<{ platform: string; shopId?: string } | undefined>;
  openTab(url: string): void;
  /** Address of the welcome page: the demo shop comes and goes there. */
  welcomeUrl: string;
  /** Address of the dashboard's page about what is stored: backups are made there. */
  dataUrl: string;
  copyText(text: string): Promise<void>;
  readPreferences(): Promise<Preferences>;
  /** Calls back when stored data changed; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

/** What explains a mirror: code of its own, which a stored glance is painted without. */
export interface PopupEngine {
  reportOf: UiPorts['reportOf'];
  /** The eligibility line nearest to failing; asked for after the first painting. */
  nearestLine(mirror: ShownMirror, translator: Translator): Promise<NearestLineView | undefined>;
}

export interface PopupPorts extends Omit<UiPorts, 'reportOf'> {
  /** What was stored to be painted at once, and what it has to fit. */
  readStoredGlance(shop: ShopId): Promise<{ glance?: StoredGlance; settings: ShopSettings }>;
  /** The sources that this build was made from. */
  build: string;
  loadEngine(): Promise<PopupEngine>;
  /** A platform with its rules; `platforms` names all of them without. Undefined: not known. */
  loadPlatform(id: string): Promise<PlatformInfo | undefined>;
  /** All that is shown below the score and the drag: loaded when these are painted. */
  loadWhole(): Promise<WholePopup>;
  /** False when the browser was told to keep us out of the back-end's pages. */
  hasSiteAccess(): Promise<boolean>;
  /** Must be called from a click. */
  askSiteAccess(): Promise<boolean>;
  /** Opens the dashboard at this place (`#/…`, from `dashboardPath`). */
  openDashboard(path: string): void;
}

/** One offending unit with what a list shows, sorts and filters by. */
export type OrderRow = Offender &
  Partial<Pick<OffenderRow, 'den' | 'atMs' | 'carrier' | 'province' | 'ticketId'>> & {
    /** Points that the total would win without it; 0 inside a step, absent where it cannot be told. */
    marginal?: number;
  };

/** Advice with its texts, which are a catalogue of their own. */
export interface AdviceBook {
  advice: Advice;
  /** Text of a catalogue key of the advice. */
  text(key: string): string;
}

export interface BuildInfo {
  version: string;
  /** Short hash of the sources that this build was made from. */
  sources: string;
}

/** A tab that shows a page of a back-end. */
export interface BackendTab {
  id: number;
  platform: string;
  title: string;
}

export interface LossesData {
  /** Heaviest first; empty where nothing bad was counted. */
  parts: Record<SplitBy, LossPart[]>;
  /** Bad units by weekday (Monday first) and hour of the Beijing day, where the instant is known. */
  hours: number[][];
}

export interface DashboardPorts extends UiPorts {
  /** The report with what it was made from, to be asked further. */
  modelOf(mirror: ShownMirror, nowMs: number): ScoreModel | undefined;
  readChoices(shop: ShopId): Promise<ShopChoices>;
  saveChoices(shop: ShopId, choices: ShopChoices): Promise<void>;
  loadAdvice(platform: string): Promise<AdviceBook>;
  build: BuildInfo;
  /** Open pages of all back-ends, latest used first. */
  listBackendTabs(): Promise<BackendTab[]>;
  /** The page's structure without its values. @throws when it is closed or was never one of ours. */
  readSkeleton(tab: BackendTab): Promise<string>;
  /**
   * Every order behind one indicator of this report, worst first; an order may offend with several units.
   * `onProgress` returning false stops the reading.
   */
  readOffenders(
    report: Report,
    indicatorId: string,
    onProgress: (progress: RowsProgress) => boolean,
  ): Promise<OrderRow[]>;
  /**
   * Where an indicator's loss comes from, over all stored orders of the shop. `onProgress` returning
   * false stops the reading.
   */
  splitLosses(
    report: Report,
    indicatorId: string,
    onProgress: (read: number) => boolean,
  ): Promise<LossesData>;
  /** Everything stored of these orders of the shop; unknown ids are left out. */
  readCases(shop: ShopId, orderIds: string[]): Promise<OrderCase[]>;
  /** The rule pack that the report was made with. */
  findPack(report: Report): RulePack | undefined;
  /** Offers a text or bytes to be saved as a file. */
  saveFile(name: string, content: string | Blob, type: string): void;
  /** Backup, export and retention of everything stored. */
  data: DataPorts;
  /** Opens the browser's print dialogue. */
  print(): void;
  /** The merchant's own name for a shop, everywhere; an empty one: the platform's again. */
  renameShop(shop: ShopId, label: string): Promise<void>;
  /** From now on `shop` is the same shop as `into`. False when they are one already, or one is gone. */
  mergeShops(shop: ShopId, into: ShopId): Promise<boolean>;
  /** A merged shop is one of its own again. */
  splitShop(shop: ShopId): Promise<void>;
  /** Hosts whose pages name no shop, said or still to be said whose they are. */
  listShoplessHosts(): Promise<ShoplessHost[]>;
  /** Pages of that host are this shop's from now on; undefined: nobody's, and not stored. */
  claimHost(host: string, shop: ShopId | undefined): Promise<void>;
  /** Deletes everything stored of the shop under all its identities, or of all shops. */
  deleteShop(shop: ShopId): Promise<void>;
  deleteAll(): Promise<void>;
  setLocale(locale: Locale): Promise<void>;
  savePreferences(chosen: Preferences): Promise<void>;
  /** The browser lets us show desktop notifications. */
  mayNotify(): Promise<boolean>;
  /** Must be called from a click. False when refused. */
  askToNotify(): Promise<boolean>;
  /** Starts a worker for one export file. */
  startImport(): ImportRun;
}
