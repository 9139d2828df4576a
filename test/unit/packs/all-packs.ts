import type { WordSets } from '../../../src/core/measure';
import type { RulePack } from '../../../src/core/pack';
import { doudianPacks, doudianWords } from '../../../src/platforms/doudian/rules';
import { pinduoduoPacks, pinduoduoWords } from '../../../src/platforms/pinduoduo/rules';
import { taobaoPacks, taobaoWords } from '../../../src/platforms/taobao/rules';

export const allPacks: RulePack[] = [...doudianPacks, ...taobaoPacks, ...pinduoduoPacks];
export const wordsOf: Record<string, WordSets> = {
  doudian: doudianWords,
  taobao: taobaoWords,
  pinduoduo: pinduoduoWords,
};
export function getPack(id: string): RulePack {
  const pack = allPacks.find((each) => each.id === id);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
}
