import { describe, expect, it } from 'vitest';
import { dashboardPath, readPlace, SECTIONS, sectionOf } from '../../../src/ui/routes';

const shop = { platform: 'sample', shopId: '云朵 / 家居' };

describe('places of the dashboard', () => {
  it('come back as they were written, for every section, with and without a shop', () => {
    for (const section of SECTIONS) {
      for (const place of [
        { section },
        { shop, section },
        { shop, section, indicator: 'pickup-hours' },
      ]) {
        expect(readPlace(dashboardPath(place))).toEqual(place);
      }
    }
    expect(readPlace(dashboardPath({ shop }))).toEqual({ shop });
    expect(readPlace(dashboardPath({}))).toEqual({});
  });

  it('lead to an indicator’s orders when only that is named, also in addresses of earlier versions', () => {
    const expected = { shop, section: 'orders', indicator: 'quality-return-rate' };
    expect(readPlace(dashboardPath({ shop, indicator: 'quality-return-rate' }))).toEqual(expected);
    const earlier = `#/sample/${encodeURIComponent(shop.shopId)}/quality-return-rate`;
    expect(readPlace(earlier)).toEqual(expected);
  });

  it('are the start when the address is broken', () => {
    expect(readPlace('#/%E0%A4%A/x')).toEqual({});
    expect(readPlace('')).toEqual({});
    expect(sectionOf(readPlace('#/nonsense'))).toBe('overview');
  });
});
