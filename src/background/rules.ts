/** Rules of every platform in the registry, compiled on first use. */
import { openDuties } from '../core/duties';
import type { Platform } from '../platforms/types';
import { createPlatformRules, type PlatformRules } from '../store/rules';

export type FindRules = (platformId: string) => PlatformRules | undefined;

/** Undefined for a platform that is not (or no longer) in the registry. */
export function createRulesTable(platforms: Platform[]): FindRules {
  const compiled = new Map<string, PlatformRules>();
  return (id) => {
    const known = compiled.get(id);
    const platform = platforms.find((each) => each.id === id);
    if (known || !platform) return known;
    const rules = createPlatformRules(platform, (one) => openDuties(one, platform.duties));
    compiled.set(id, rules);
    return rules;
  };
}
