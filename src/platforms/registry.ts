/** Every platform the extension knows. Adding one is a folder beside this file and a line here. */
import { doudian } from './doudian';
import { pinduoduo } from './pinduoduo';
import { taobao } from './taobao';
import type { Platform } from './types';

export const platforms: Platform[] = [doudian, taobao, pinduoduo];

/** Platform by id, or undefined. */
export function findPlatform(id: string): Platform | undefined {
  return platforms.find((platform) => platform.id === id);
}

/** Platform by id; throws for an id that is in no registry line. */
export function getPlatform(id: string): Platform {
  const platform = findPlatform(id);
  if (!platform) throw new Error(`No platform "${id}" in the registry`);
  return platform;
}
