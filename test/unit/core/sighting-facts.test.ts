/** What is made anew when a case is merely seen again is all that can come out differently. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRulesTable } from '../../../src/background/rules';
import type { OrderCase, Part } from '../../../src/core/entities';
import { HOUR_MS } from '../../../src/core/time';
import { platforms } from '../../../src/platforms/registry';
import { sighting } from './arbitrary-case';

const findRules = createRulesTable(platforms);

/** The same case, each part seen so many hours later. */
function seenLater(one: OrderCase, hours: number[]): OrderCase {
  let next = 0;
  const later = <T>(part: Part<T>): Part<T> => ({
    ...part,
    at: part.at + (hours[next++ % hours.length] ?? 0) * HOUR_MS,
  });
  const all = <T>(parts: Record<string, Part<T>>): Record<string, Part<T>> =>
    Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, later(part)]));
  return {
    ...one,
    ...(one.order ? { order: later(one.order) } : {}),
    lines: all(one.lines),
    parcels: all(one.parcels),
    tickets: all(one.tickets),
    reviews: all(one.reviews),
  };
}

describe.each(platforms.map(({ id }) => id))('%s', (platform) => {
  const rules = findRules(platform);
  if (!rules) throw new Error(`no rules of ${platform}`);

  it('other facts are the same whenever the case was seen', () => {
    const changedBy = { sightings: 0 };
    fc.assert(
      fc.property(
        sighting,
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }),
        (one, hours) => {
          const later = seenLater(one, hours);
          const ids = new Set(
            [...rules.sightingFacts(one), ...rules.sightingFacts(later)].map((f) => f.measureId),
          );
          const others = (each: OrderCase) =>
            rules.facts(each).filter((f) => !ids.has(f.measureId));
          expect(others(later)).toEqual(others(one));
          if (JSON.stringify(rules.facts(one)) !== JSON.stringify(rules.facts(later))) {
            changedBy.sightings += 1;
          }
        },
      ),
      { numRuns: 400 },
    );
    // The property says something: some do change.
    if (platform === 'doudian') expect(changedBy.sightings).toBeGreaterThan(0);
  });
});
