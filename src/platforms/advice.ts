/**
 * Advice by platform: its own, and what holds everywhere. Apart from the registry, which the background
 * loads too: playbooks and lines are for pages that show them.
 */
import type { Advice } from '../core/advice-types';
import { doudianAdvice } from './doudian/rules/advice';
import { pinduoduoAdvice } from './pinduoduo/rules/advice';
import { sharedAdvice } from './shared-advice';
import { taobaoAdvice } from './taobao/rules/advice';

const own: Record<string, Advice> = {
  doudian: doudianAdvice,
  taobao: taobaoAdvice,
  pinduoduo: pinduoduoAdvice,
};

/** The platform's own playbooks, lists and lines first, then the shared ones; only shared for an unknown one. */
export function adviceOf(platform: string): Advice {
  const mine = own[platform];
  if (!mine) return sharedAdvice;
  return {
    playbooks: [...mine.playbooks, ...sharedAdvice.playbooks],
    checklist: [...mine.checklist, ...sharedAdvice.checklist],
    notAdvised: [...mine.notAdvised, ...sharedAdvice.notAdvised],
    lines: [...mine.lines, ...sharedAdvice.lines],
  };
}
