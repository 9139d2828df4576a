/**
 * Says in storage.local what the numbers shown there cannot say themselves: that the database cannot be used,
 * or that its tallies are being made anew. Popup and dashboard show it; only the background writes it.
 */
import { CodedError, isQuota } from '../messages/envelope';
import type { ScoreDatabase } from '../store/database';
import { type ReadableArea, readStoreState } from '../store/mirror-read';
import {
  type RebuildProgress,
  STATE_KEY,
  type StoreState,
  type TroubleCode,
} from '../store/mirror-types';
import type { WritableArea } from '../store/mirror-writer';
import { findTrouble } from '../store/open-stored';
import { sameData } from '../store/same';

export interface StoreDeskParts {
  db: ScoreDatabase;
  area: ReadableArea & Pick<WritableArea, 'set' | 'remove'>;
  /** In memory: says it where the other has no room. */
  session: ReadableArea & Pick<WritableArea, 'set' | 'remove'>;
  nowMs(): number;
  /** What may still be stored, where the browser tells. */
  roomBytes(): Promise<number | undefined>;
  /** A disk that is full for the database may be full for this note too. */
  onError(error: unknown): void;
}

export interface StoreDesk {
  /** Opens the database, again when it was closed; what is in the way is told. */
  findTrouble(): Promise<TroubleCode | undefined>;
  /**
   * Before a write: a disk known to be full is left alone until it has room; a database that failed to open
   * is tried again. @throws CodedError `quota`
   */
  makeReady(): Promise<void>;
  /** A write went through. */
  noteWritten(): Promise<void>;
  /** A write failed: true, and told, when it was for want of space. */
  noteFailure(error: unknown): Promise<boolean>;
  /** Undefined: the tallies are of the present measures. */
  noteRebuild(platform: string, progress: RebuildProgress | undefined): Promise<void>;
}

/**
 * What fails on a disk with less room than this fails for want of it: of a full disk Chromium says AbortError or
 * UnknownError (docs/faults.md). A file of its database takes up to 4 MiB.
 */
const LEAST_ROOM = 8 * 1_048_576;

export function createStoreDesk(parts: StoreDeskParts): StoreDesk {
  const { db, area, session, nowMs, onError } = parts;
  let told: StoreState | undefined;
  let queue: Promise<void> = Promise.resolve();

  async function tell(change: (state: StoreState) => StoreState): Promise<void> {
    told ??= await readStoreState(session, area);
    const state = change(told);
    if (sameData(state, told)) return;
    try {
      if (state.trouble || state.rebuilds) await area.set({ [STATE_KEY]: state });
      else await area.remove(STATE_KEY);
      await session.remove(STATE_KEY);
    } catch (error) {
      onError(error);
      await session.set({ [STATE_KEY]: state });
    }
    told = state;
  }
  /** One after the other: each starts from what the one before left. */
  function change(how: (state: StoreState) => StoreState): Promise<void> {
    queue = queue.then(() => tell(how)).catch(onError);
    return queue;
  }
  const troubled = (code: TroubleCode | undefined) => (state: StoreState) => ({
    ...state,
    trouble:
      code === undefined || state.trouble?.code !== code
        ? code && { code, sinceMs: nowMs() }
        : state.trouble,
  });

  async function isOutOfRoom(): Promise<boolean> {
    const room = await parts.roomBytes().catch(() => undefined);
    return room !== undefined && room < LEAST_ROOM;
  }

  const desk: StoreDesk = {
    async findTrouble() {
      const found = await findTrouble(db);
      const code = found && found !== 'newer' && (await isOutOfRoom()) ? 'full' : found;
      // Being able to open it says nothing about room to write.
      await change((state) =>
        code === undefined && state.trouble?.code === 'full' ? state : troubled(code)(state),
      );
      return code;
    },
    async makeReady() {
      told ??= await readStoreState(session, area);
      if (told.trouble?.code === 'full' && (await isOutOfRoom())) {
        throw new CodedError('quota', 'no room on the disk');
      }
      if (db.hasFailed()) await desk.findTrouble();
    },
    noteWritten: () =>
      change((state) => (state.trouble?.code === 'full' ? troubled(undefined)(state) : state)),
    async noteFailure(error) {
      const isFull = isQuota(error) || (await isOutOfRoom());
      if (isFull) await change(troubled('full'));
      return isFull;
    },
    noteRebuild: (platform, progress) =>
      change(({ rebuilds, ...state }) => {
        const { [platform]: _before, ...others } = rebuilds ?? {};
        const now = progress ? { ...others, [platform]: progress } : others;
        return Object.keys(now).length > 0 ? { ...state, rebuilds: now } : state;
      }),
  };
  return desk;
}
