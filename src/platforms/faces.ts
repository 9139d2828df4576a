/**
 * The registry for the popup: every platform folder's face, the rest of one when it is shown. Three platforms'
 * rules are more code than everything else that its first painting takes. Found by the folders' files, so that
 * a platform is named in the registry only; the two are held equal by test/contract/platforms.test.ts.
 */
import type { Platform, PlatformFace } from './types';

export interface LazyPlatform extends PlatformFace {
  load(): Promise<Platform>;
}

/** What a folder's file exports: one thing, named after the platform. */
type Only<T> = Record<string, T>;

const faceFiles = import.meta.glob<Only<PlatformFace>>('./*/face.ts', { eager: true });
const platformFiles = import.meta.glob<Only<Platform>>('./*/index.ts');

/** In the order of their folders' names: nothing that is shown depends on it. */
export const faces: LazyPlatform[] = Object.entries(faceFiles).map(([file, module]) => {
  const face = getOnly(file, module);
  const rest = file.replace('face.ts', 'index.ts');
  return { ...face, load: async () => getOnly(rest, await platformFiles[rest]?.()) };
});

function getOnly<T>(file: string, module: Only<T> | undefined): T {
  const [only] = Object.values(module ?? {});
  if (!only) throw new Error(`No platform in ${file}`);
  return only;
}
