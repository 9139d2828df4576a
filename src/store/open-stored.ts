/** What lies on the disk under our name, whatever version wrote it: told and read without changing it. */
import Dexie from 'dexie';
import { createDatabase, redeclare, type ScoreDatabase } from './database';
import type { TroubleCode } from './mirror-types';
import { SCHEMAS } from './schemas';

/** Version of the stored schema (1 is the first); undefined when there is no database. */
export async function findStoredVersion({
  name,
  engine,
}: Pick<ScoreDatabase, 'name' | 'engine'>): Promise<number | undefined> {
  // Without versions of its own it opens what is there, and makes nothing when nothing is.
  const found = new Dexie(name, engine);
  try {
    await found.open();
    return Math.floor(found.verno);
  } catch (error) {
    if ((error as Error).name === Dexie.errnames.NoSuchDatabase) return undefined;
    throw error;
  } finally {
    found.close();
  }
}

/**
 * An old database that could not be led to the present schema, by its own schema, for reading.
 * @throws when it is no old one, or cannot be read either.
 */
export async function openOld(db: ScoreDatabase): Promise<ScoreDatabase> {
  const version = await findStoredVersion(db);
  if (version === undefined || version >= SCHEMAS.length) throw new Error('no old database');
  const old = createDatabase({ name: db.name, ...db.engine, schemas: SCHEMAS.slice(0, version) });
  await old.open();
  return old;
}

/** Tries to open it; what is in the way, or undefined when it is open. */
export async function findTrouble(db: ScoreDatabase): Promise<TroubleCode | undefined> {
  redeclare(db);
  try {
    await db.open();
    return undefined;
  } catch (error) {
    if ((error as Error).name === Dexie.errnames.Version) return 'newer';
    const version = await findStoredVersion(db).catch(() => undefined);
    if (version !== undefined && version < SCHEMAS.length) return 'upgrade-failed';
    return 'unreadable';
  }
}
