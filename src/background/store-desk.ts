/**
 * Says in storage.local what the numbers shown there cannot say themselves: that the database cannot be used,
 * or that its tallies are being made anew. Popup and dashboard show it; only the background writes it.
 */
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
  nowMs(): number;
  /** A disk that is full for the database may be full for this note too. */
  onError(error: unknown): void;
}

export interface StoreDesk {
  /** Opens the database, again when it was closed; what is in the way is told. */
  findTrouble(): Promise<TroubleCode | undefined>;
  /** A write failed for want of space, or went through. */
  noteFull(isFull: boolean): Promise<void>;
  /** Undefined: the tallies are of the present measures. */
  noteRebuild(platform: string, progress: RebuildProgress | undefined): Promise<void>;
}

export function createStoreDesk({ db, area, nowMs, onError }: StoreDeskParts): StoreDesk {
  let told: StoreState | undefined;
  let queue: Promise<void> = Promise.resolve();

  async function tell(change: (state: StoreState) => StoreState): Promise<void> {
    told ??= await readStoreState(area);
    const state = change(told);
    if (sameData(state, told)) return;
    if (state.trouble || state.rebuilds) await area.set({ [STATE_KEY]: state });
    else await area.remove(STATE_KEY);
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

  return {
    async findTrouble() {
      const code = await findTrouble(db);
      // Being able to open it says nothing about room to write.
      await change((state) =>
        code === undefined && state.trouble?.code === 'full' ? state : troubled(code)(state),
      );
      return code;
    },
    noteFull: (isFull) =>
      change((state) =>
        isFull || state.trouble?.code === 'full'
          ? troubled(isFull ? 'full' : undefined)(state)
          : state,
      ),
    noteRebuild: (platform, progress) =>
      change(({ rebuilds, ...state }) => {
        const { [platform]: _before, ...others } = rebuilds ?? {};
        const now = progress ? { ...others, [platform]: progress } : others;
        return Object.keys(now).length > 0 ? { ...state, rebuilds: now } : state;
      }),
  };
}
