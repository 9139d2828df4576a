import type { RulePack } from '../../../core/pack';
import { taobaoComposite2022, taobaoDsr, taobaoLighthouse2020 } from './packs-older';
import { taobaoReal202506, taobaoReal202603 } from './packs-real';

export { taobaoWords } from './words';

/** Newest first; DSR, in force beside all of them, last: the day never chooses it. */
export const taobaoPacks: RulePack[] = [
  taobaoReal202603,
  taobaoReal202506,
  taobaoComposite2022,
  taobaoLighthouse2020,
  taobaoDsr,
];
