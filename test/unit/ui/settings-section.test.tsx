// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPreferences, type Preferences } from '../../../src/core/preferences';
import SettingsSection from '../../../src/ui/dashboard/settings/settings-section';
import { dashboardTranslator } from './dashboard-translator';
import { PLATFORM, TWO_SHOPS } from './fixtures';
import { settle } from './settle';

const tr = dashboardTranslator('zh-CN');
const field = (name: string) =>
  document.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`) as HTMLInputElement;

let stored: Preferences;
const listeners = new Set<() => void>();
const askToNotify = vi.fn(async () => true);

async function paint(mayNotify = true): Promise<void> {
  const props = {
    ports: {
      platforms: [PLATFORM],
      readPreferences: async () => stored,
      savePreferences: async (chosen: Preferences) => {
        stored = chosen;
      },
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      mayNotify: async () => mayNotify,
      askToNotify,
    },
    view: {
      shops: TWO_SHOPS.shops.map(({ platform, shopId, name }) => ({
        id: { platform, shopId },
        label: name,
      })),
    },
    translator: tr,
  } as never;
  render(
    <SettingsSection {...(props as object as Parameters<typeof SettingsSection>[0])} />,
    document.body,
  );
  await settle();
}
async function click(name: string): Promise<void> {
  field(name).click();
  await settle();
}

beforeEach(() => {
  stored = defaultPreferences();
  askToNotify.mockClear();
});
afterEach(() => render(null, document.body));

describe('settings', () => {
  it('offer a desk seat no alert that speaks of the score', async () => {
    await paint();
    expect(document.querySelectorAll('[data-alert]')).toHaveLength(6);
    document.querySelector<HTMLInputElement>('[name="seat"][value="desk"]')?.click();
    await settle();
    const offered = [...document.querySelectorAll<HTMLElement>('[data-alert]')];
    expect(offered.map(({ dataset }) => dataset.alert)).toEqual(['duties', 'reader-broken']);
  });

  it('save each change at once, and say so', async () => {
    await paint();
    await click('read-only');
    expect(stored.readOnly).toBe(true);
    expect(document.querySelector('[role="status"]')?.textContent).toContain('已保存');
    expect(field('badge-counted').closest('fieldset')?.disabled).toBe(true);
  });

  it('switch one kind of badge off and on again', async () => {
    await paint();
    await click('badge-counted');
    expect(stored.badgesOff).toEqual(['counted']);
    await click('badge-counted');
    expect(stored.badgesOff).toEqual([]);
  });

  it('switch a platform off', async () => {
    await paint();
    await click('platform-sample');
    expect(stored.platformsOff).toEqual(['sample']);
  });

  it('show an alert’s line only while it is on, and refuse a line out of range', async () => {
    await paint();
    expect(field('line-duties')).toBeNull();
    await click('alert-duties');
    expect(stored.alerts.duties).toMatchObject({ on: true, threshold: 6 });
    const line = field('line-duties');
    line.value = '12';
    line.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(stored.alerts.duties.threshold).toBe(12);
    line.value = '99';
    line.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(stored.alerts.duties.threshold).toBe(12);
  });

  it('ask for the permission when an alert is switched on, never before', async () => {
    await paint(false);
    expect(askToNotify).not.toHaveBeenCalled();
    await click('alert-score-out');
    expect(askToNotify).toHaveBeenCalledTimes(1);
  });

  it('keep an alert to some shops; all again means later ones too', async () => {
    await paint();
    await click('alert-rule-change');
    const [first] = TWO_SHOPS.shops;
    const name = `scope-${first?.platform}/${first?.shopId}`;
    await click(name);
    expect(stored.alerts['rule-change'].shops).toHaveLength(TWO_SHOPS.shops.length - 1);
    await click(name);
    expect(stored.alerts['rule-change'].shops).toBeUndefined();
  });
});

it('follow what another page changes, and never undo it', async () => {
  await paint();
  stored = { ...stored, platformsOff: [PLATFORM.id] };
  for (const tell of listeners) tell();
  await settle();
  expect(field(`platform-${PLATFORM.id}`).checked).toBe(false);
  // Changed a moment before the click, too late to be shown.
  stored = { ...stored, seat: 'desk' };
  await click('read-only');
  expect(stored).toMatchObject({ platformsOff: [PLATFORM.id], seat: 'desk', readOnly: true });
});
