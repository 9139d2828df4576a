/// <reference types="vite/client" />
/**
 * Advice by platform: its own (the one export of its folder's `rules/advice`), and what holds everywhere. Apart from the registry, which the background
 * loads too: playbooks and lines are for pages that show them.
 */
import type { Advice } from '../core/advice-types';
import { sharedAdvice } from './shared-advice';

const modules = import.meta.glob<Record<string, Advice>>('./*/rules/advice/index.ts', {
  eager: true,
});
/** Folders are named as their platforms are. */
const own = new Map(
  Object.entries(modules).map(([path, each]) => [path.split('/')[1], Object.values(each)[0]]),
);

/** The platform's own playbooks, lists and lines first, then the shared ones; only shared for an unknown one. */
export function adviceOf(platform: string): Advice {
  const mine = own.get(platform);
  if (!mine) return sharedAdvice;
  return {
    playbooks: [...mine.playbooks, ...sharedAdvice.playbooks],
    checklist: [...mine.checklist, ...sharedAdvice.checklist],
    notAdvised: [...mine.notAdvised, ...sharedAdvice.notAdvised],
    lines: [...mine.lines, ...sharedAdvice.lines],
  };
}
