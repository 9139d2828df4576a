import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALERT_KINDS, defaultPreferences, readPreferences } from '../../../src/core/preferences';

describe('preferences', () => {
  it('are the defaults while nothing was stored: alerts off, badges on, an owner', () => {
    const chosen = readPreferences(undefined);
    expect(chosen).toEqual(defaultPreferences());
    expect(ALERT_KINDS.every((kind) => !chosen.alerts[kind].on)).toBe(true);
    expect(chosen).toMatchObject({ seat: 'owner', readOnly: false, incognito: false });
    expect(chosen.quietHours).toEqual({ from: 23, to: 8 });
  });

  it('come back as they were stored', () => {
    const chosen = defaultPreferences();
    chosen.alerts['score-line'] = { on: true, threshold: 85, shops: ['a/b'] };
    chosen.quietHours = { from: 22, to: 7 };
    chosen.readOnly = true;
    expect(readPreferences(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  it('are complete whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (whole, alerts, quietHours) => {
        for (const stored of [whole, { alerts, quietHours, seat: whole }]) {
          const chosen = readPreferences(stored);
          expect(Object.keys(chosen).sort()).toEqual(Object.keys(defaultPreferences()).sort());
          expect(Object.keys(chosen.alerts)).toEqual([...ALERT_KINDS]);
        }
      }),
    );
  });

  it('keep a quiet time only when both hours are hours', () => {
    const { quietHours } = readPreferences({ quietHours: { from: 22, to: 24 } });
    expect(quietHours).toEqual({ from: 23, to: 8 });
  });
});
