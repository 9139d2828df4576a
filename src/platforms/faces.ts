/**
 * The registry for the popup: every platform by its face, the rest of one when it is shown. Three platforms'
 * rules are more code than everything else that its first painting takes.
 */
import { doudianFace } from './doudian/face';
import { pinduoduoFace } from './pinduoduo/face';
import { taobaoFace } from './taobao/face';
import type { Platform, PlatformFace } from './types';

export interface LazyPlatform extends PlatformFace {
  load(): Promise<Platform>;
}

/** In the registry's order (test/contract/platforms.test.ts). */
export const faces: LazyPlatform[] = [
  { ...doudianFace, load: async () => (await import('./doudian')).doudian },
  { ...taobaoFace, load: async () => (await import('./taobao')).taobao },
  { ...pinduoduoFace, load: async () => (await import('./pinduoduo')).pinduoduo },
];
