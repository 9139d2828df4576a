// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choosePack } from '../../../src/core/choose-pack';
import { modelOf, type ScoreModel } from '../../../src/core/score-model';
import type { ShopChoices } from '../../../src/core/shop-choices';
import { readChoices } from '../../../src/core/shop-choices';
import { doudian } from '../../../src/platforms/doudian';
import { ladderRows, leftOutDays } from '../../../src/ui/dashboard/indicator/indicator-model';
import RulesSection from '../../../src/ui/dashboard/rules/rules-section';
import { dashboardTranslator } from './dashboard-translator';
import { makeMirror, NOW, PLATFORM, SHOP } from './fixtures';
import { settle } from './settle';

const tr = dashboardTranslator('zh-CN');
let stored: ShopChoices;

function modelNow(): ScoreModel {
  const mirror = makeMirror();
  const { settings } = stored;
  const pack = choosePack(doudian.packs, mirror.snapshots, NOW, settings.packId);
  return modelOf({ ...mirror, settings, pack, nowMs: NOW });
}

async function paint(): Promise<void> {
  const model = modelNow();
  const props = {
    model,
    view: { shop: SHOP },
    input: { platforms: [{ ...PLATFORM, id: SHOP.platform, packs: doudian.packs }] },
    ports: {
      readChoices: async () => stored,
      saveChoices: async (_shop: unknown, next: ShopChoices) => {
        stored = next;
      },
      findPack: () => doudian.packs.find(({ id }) => id === model.report.packId),
    },
    translator: tr,
  };
  render(
    <RulesSection {...(props as unknown as Parameters<typeof RulesSection>[0])} />,
    document.body,
  );
  await settle();
}

const field = <T extends HTMLElement = HTMLInputElement>(name: string): T =>
  document.querySelector<T>(`[name="${CSS.escape(name)}"]`) as T;
async function set(name: string, value: string): Promise<void> {
  const one = field<HTMLSelectElement>(name);
  one.value = value;
  one.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

beforeEach(() => {
  stored = readChoices(undefined);
});
afterEach(() => render(null, document.body));

describe('what a merchant says of the shop', () => {
  it('another version of the rule explains it, until it is left to the page again', async () => {
    await paint();
    await set('pack', 'doudian-2021');
    expect(stored.settings.packId).toBe('doudian-2021');
    expect(modelNow().report.packId).toBe('doudian-2021');
    await paint();
    expect(document.querySelector('[data-pack]')?.getAttribute('data-pack')).toBe('doudian-2021');
    // That rule weighs newer days more: its assumption can be entered.
    expect(field('recency')).not.toBeNull();
    await set('pack', '');
    expect(stored.settings.packId).toBeUndefined();
  });

  it('industry and shop type decide the small-shop line where a rule has one', async () => {
    stored = { ...stored, settings: { packId: 'doudian-2026-04' } };
    await paint();
    await set('industry', 'other');
    field('flagship').click();
    await settle();
    expect(stored.settings).toMatchObject({ industry: 'other', flagship: true });
  });

  it('a bonus earned, not earned, or so far: the report says how many orders are missing', async () => {
    await paint();
    await set('bonus-return-freight-insurance', 'yes');
    await set('bonus-next-day-delivery-all', '100');
    await set('bonus-next-day-delivery-good', '12');
    expect(stored.settings.bonuses).toEqual({
      'return-freight-insurance': { earned: true },
      'next-day-delivery': { good: 12, all: 100 },
    });
    await paint();
    const text = (id: string) => document.querySelector(`[data-bonus="${id}"]`)?.textContent;
    expect(text('return-freight-insurance')).toContain('✓ 已拿到');
    // (12 + 10) / (100 + 10) = 20 %.
    expect(text('next-day-delivery')).toContain('再有 10 单达标就够');
  });

  it('days that are not assessed are kept, marked on the trend of their indicator, and removed', async () => {
    await paint();
    const type = (name: string, value: string): void => {
      const input = field(name);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    type('span-from', '2026-11-01');
    await settle();
    type('span-to', '2026-11-03');
    await settle();
    type('span-reason', '台风');
    await settle();
    await set('span-indicator', 'pickup-hours');
    field('span-reason').closest('form')?.requestSubmit();
    await settle();
    const [own] = stored.settings.calendar?.add ?? [];
    expect(own).toMatchObject({ from: '2026-11-01', reason: '台风' });
    const model = modelNow();
    const days = (id: string) =>
      leftOutDays(model, id, stored.settings, [model.asOf - 60, model.asOf]);
    expect(own?.indicators.flatMap((id) => days(id))).toHaveLength(1);
    expect(days('platform-help-rate')).toEqual([]);
    document.querySelector<HTMLButtonElement>('[data-span] button')?.click();
    await settle();
    expect(stored.settings.calendar?.add).toEqual([]);
  });

  it('shares of the total are those in force, not the rule’s guess where the page prints them', async () => {
    await paint();
    const product = modelNow().report.dimensions.find(({ id }) => id === 'product');
    const percent = Math.round((product?.weight ?? 0) * 100);
    expect(percent).toBeGreaterThan(0);
    expect(document.querySelector('form.rules')?.textContent).toContain(`现在按 ${percent}%`);
  });
});

it('a value worse than every row of the ladder stands on none of them', () => {
  const model = modelNow();
  const found = model.report.indicators.find(({ id }) => id === 'quality-return-rate');
  if (!found) throw new Error('no such indicator');
  const worst = Math.max(...ladderRows(model, found.id).rows.map(({ value }) => value));
  const at = (value: number) => {
    const indicators = model.report.indicators.map((each) =>
      each === found ? { ...each, value } : each,
    );
    return ladderRows({ ...model, report: { ...model.report, indicators } }, found.id);
  };
  expect(at(worst).rows.filter(({ isHere }) => isHere)).toHaveLength(1);
  expect(at(worst).isBelow).toBe(false);
  expect(at(worst * 1.5).rows.some(({ isHere }) => isHere)).toBe(false);
  expect(at(worst * 1.5).isBelow).toBe(true);
});
