/**
 * The number on the toolbar button: duties that can still be met. Each tab shows its own shop's;
 * other tabs the shop seen last. Nothing is kept in the worker: which tab shows which shop lives in
 * the session area, the duties in the database.
 */
import { countKinds, isPressing } from '../core/duties';
import type { PageKind, ShopRef } from '../core/entities';
import type { Duty } from '../core/verdict-types';
import type { ScoreDatabase } from '../store/database';
import { MAX_DUTIES } from '../store/mirror-types';
import { listDuties, listShops } from '../store/queries';
import { findGroup } from '../store/shop-group';
import type { FindRules } from './rules';
import type { ToolbarText } from './toolbar-text';

export interface Face {
  text: string;
  title: string;
  color: string;
}

/** What a tab was last seen showing. */
export interface TabState {
  shop?: ShopRef;
  broken?: PageKind;
  diskFull?: boolean;
}

export interface ToolbarParts {
  db: ScoreDatabase;
  findRules: FindRules;
  /** In the language chosen now. */
  findText(): Promise<ToolbarText>;
  nowMs(): number;
  /** Survives the worker, not the browser. */
  session: {
    get(keys: string | string[] | null): Promise<Record<string, unknown>>;
    set(values: Record<string, unknown>): Promise<void>;
    remove(keys: string | string[]): Promise<void>;
  };
  /** Without `tabId`: what every tab shows that has no face of its own. */
  paint(face: Face, tabId?: number): Promise<void>;
  /** False once the tab is closed or went elsewhere. */
  showsBackend(tabId: number): Promise<boolean>;
  onError(error: unknown): void;
}

export interface Toolbar {
  /** A page of that tab was read. Returns at once. */
  noteTab(tabId: number | undefined, state: TabState): void;
  forgetTab(tabId: number): Promise<void>;
  /** Time has passed: duties expired, states grew old. */
  repaint(): Promise<void>;
  /** The database cannot be opened: nothing can be counted. */
  showTrouble(): Promise<void>;
}

const CALM = '#5b6472';
const DUTY = '#b45309';
const ALARM = '#b91c1c';
const TAB_KEY = 'tab:';

export function createToolbar(parts: ToolbarParts): Toolbar {
  const { db, session, paint } = parts;

  async function faceOf(state: TabState): Promise<Face> {
    const text = await parts.findText();
    if (state.diskFull) return { text: '!', title: text.diskFull, color: ALARM };
    if (state.broken) return { text: '!', title: text.broken(state.broken), color: ALARM };
    return state.shop ? shopFace(state.shop, text) : { text: '', title: text.idle, color: CALM };
  }

  async function shopFace(shop: ShopRef, text: ToolbarText): Promise<Face> {
    const rules = parts.findRules(shop.platform);
    const nowMs = parts.nowMs();
    const group = await findGroup(db, shop);
    const open = rules ? await listDuties(db, rules, group, nowMs, MAX_DUTIES) : [];
    return dutiesFace(group.rows.length > 0 ? group.shop.name : shop.name, open, nowMs, text);
  }

  async function paintDefault(): Promise<void> {
    const [latest] = await listShops(db);
    await paint(await faceOf({ shop: latest?.shop }));
  }

  async function note(tabId: number | undefined, state: TabState): Promise<void> {
    if (tabId !== undefined) {
      await session.set({ [TAB_KEY + tabId]: state });
      await paint(await faceOf(state), tabId);
    }
    await paintDefault();
  }

  return {
    noteTab(tabId, state) {
      note(tabId, state).catch(parts.onError);
    },
    forgetTab: (tabId) => session.remove(TAB_KEY + tabId),
    async showTrouble() {
      await paint({ text: '!', title: (await parts.findText()).trouble, color: ALARM });
    },
    async repaint() {
      for (const [key, state] of Object.entries(await session.get(null))) {
        if (!key.startsWith(TAB_KEY)) continue;
        const tabId = Number(key.slice(TAB_KEY.length));
        if (await parts.showsBackend(tabId)) await paint(await faceOf(state as TabState), tabId);
        else await session.remove(key);
      }
      await paintDefault();
    },
  };
}

/** Duties soonest first. */
export function dutiesFace(shop: string, duties: Duty[], nowMs: number, text: ToolbarText): Face {
  const open = duties.filter((duty) => isPressing(duty, nowMs));
  const [soonest] = open;
  if (!soonest) return { text: '', title: text.calm(shop), color: CALM };
  const count = open.length > 99 ? '99+' : String(open.length);
  return { text: count, title: text.duties(shop, countKinds(open), soonest.dueMs), color: DUTY };
}
