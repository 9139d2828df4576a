// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { badgeText } from '../../../src/badges/catalogue';
import { type ChoiceSource, followChoices } from '../../../src/content/follow-choices';
import { createScreen } from '../../../src/content/screen';
import { readPagePreferences } from '../../../src/core/page-preferences';
import type { RowVerdict } from '../../../src/core/verdict-types';

const A = '6917000000000000001';
const env = {
  doc: document,
  topDoc: document,
  now: () => 1_790_000_000_000,
  t: badgeText('zh-CN'),
};
const counted: RowVerdict = {
  orderId: A,
  verdict: 'counted',
  label: '商品品质退货率',
  share: 0.03,
  provenance: 'estimate',
  clause: '规则 103956',
};
const badges = () => [...document.querySelectorAll('scorelens-badge')];
const screenFor = (stored: unknown) => createScreen(readPagePreferences(stored), env);
let anchor: HTMLElement;

beforeEach(() => {
  anchor = document.createElement('span');
  anchor.textContent = A;
  document.body.replaceChildren(anchor);
});
afterEach(() => screenFor({}).clear());

describe('what a page shows', () => {
  it('is every badge unless the merchant said otherwise', () => {
    screenFor(undefined).badges([{ orderId: A, anchor }], [counted]);
    expect(badges()).toHaveLength(1);
  });

  it('is nothing at all in read-only mode: not one change to the page', () => {
    const before = document.documentElement.outerHTML;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(document, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    const screen = screenFor({ readOnly: true });
    screen.badges([{ orderId: A, anchor }], [counted]);
    screen.notice({ code: 'broken' });
    screen.clear();
    expect(document.documentElement.outerHTML).toBe(before);
    expect([...changes, ...observer.takeRecords()]).toEqual([]);
  });

  it('leaves out the kinds that are switched off', () => {
    screenFor({ badgesOff: ['counted'] }).badges([{ orderId: A, anchor }], [counted]);
    expect(badges()).toEqual([]);
    screenFor({ badgesOff: ['stale'] }).badges([{ orderId: A, anchor }], [counted]);
    expect(badges()).toHaveLength(1);
  });

  it('says no points at a desk seat', () => {
    screenFor({ seat: 'desk' }).badges([{ orderId: A, anchor }], [counted]);
    const text = badges()[0]?.shadowRoot?.querySelector('button')?.textContent;
    expect(text).toBe('已计入 商品品质退货率');
  });
});

describe('choices that change while the page is open', () => {
  function createSource(first: unknown) {
    let stored = first;
    let changed = (): void => {};
    const source: ChoiceSource = {
      read: async () => stored,
      onChange: (handle) => {
        changed = handle;
      },
    };
    const settle = () => new Promise((resolve) => setTimeout(resolve));
    return {
      source,
      async set(value: unknown) {
        stored = value;
        changed();
        await settle();
      },
    };
  }

  it('end the work and begin it anew; the same choices do not', async () => {
    const { source, set } = createSource(undefined);
    const starts: { readOnly: boolean; signal: AbortSignal }[] = [];
    const end = new AbortController();
    await followChoices('here', source, end.signal, ({ readOnly }, signal) =>
      starts.push({ readOnly, signal }),
    );
    await set({ incognito: true });
    expect(starts.map((each) => each.readOnly)).toEqual([false]);
    await set({ readOnly: true });
    expect(starts.map((each) => each.readOnly)).toEqual([false, true]);
    expect(starts.map((each) => each.signal.aborted)).toEqual([true, false]);
    end.abort();
    expect(starts[1]?.signal.aborted).toBe(true);
    await set({ readOnly: false });
    expect(starts).toHaveLength(2);
  });

  it('switch a platform off and on', async () => {
    const { source, set } = createSource({ platformsOff: ['here'] });
    let starts = 0;
    await followChoices('here', source, new AbortController().signal, () => {
      starts += 1;
    });
    expect(starts).toBe(0);
    await set({ platformsOff: ['elsewhere'] });
    expect(starts).toBe(1);
  });
});
