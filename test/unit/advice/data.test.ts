/** The advice data hold together: ids, sources, evidence, lines, and coverage of the rule packs. */
import { describe, expect, it } from 'vitest';
import zh from '../../../assets/locales/advice.zh-CN.json';
import { validateLine } from '../../../src/core/advice-line-check';
import { linesFor } from '../../../src/core/advice-lines';
import { findDay } from '../../../src/core/time';
import { compileWordSet } from '../../../src/core/words';
import { adviceOf } from '../../../src/platforms/advice';
import { platforms } from '../../../src/platforms/registry';
import { adviceBy, checklist, lines, notAdvised, playbooks } from './all-advice';

const duplicates = (ids: string[]): string[] => ids.filter((id, i) => ids.indexOf(id) !== i);
const packs = platforms.flatMap((platform) => platform.packs);

it.each(platforms.map(({ id }) => id))('%s has advice of its own, found by its folder', (id) => {
  const countOf = (platform: string): number => Object.values(adviceOf(platform)).flat().length;
  expect(countOf(id)).toBeGreaterThan(countOf(''));
});

describe('ids', () => {
  it.each([
    ['playbooks', playbooks],
    ['checklist', checklist],
    ['not advised', notAdvised],
    ['lines', lines],
  ] as [string, { id: string }[]][])('%s are unique kebab-case', (_, items) => {
    const ids = items.map((item) => item.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(duplicates(ids)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('actions are unique in their playbook', () => {
    for (const entry of playbooks)
      expect(duplicates(entry.actions.map((action) => action.id)), entry.id).toEqual([]);
  });
});

describe('playbooks', () => {
  it('speak of something, say what to do, and say where it comes from', () => {
    for (const entry of playbooks) {
      expect(entry.indicators.length + entry.deductions.length, entry.id).toBeGreaterThan(0);
      expect(entry.actions.length, entry.id).toBeGreaterThanOrEqual(3);
      expect(entry.sources.length, entry.id).toBeGreaterThan(0);
    }
  });

  it('have evidence that can be found', () => {
    const kinds = new Set<string>();
    for (const { evidence } of playbooks.flatMap((entry) => entry.actions)) {
      if (!evidence) continue;
      kinds.add(evidence.by);
      expect((evidence.span ?? 2) >= 2 && (evidence.span ?? 2) <= 12).toBe(true);
      if (evidence.span !== undefined) expect(['hour', 'weekday']).toContain(evidence.by);
      if (evidence.reasonSet) expect(evidence.by).toBe('reason');
      const share = evidence.minShare ?? 0.3;
      expect(share > 0 && share <= 0.5).toBe(true);
    }
    expect([...kinds].sort()).toEqual(['carrier', 'hour', 'province', 'reason', 'sku', 'weekday']);
  });

  /** 拼多多 says nowhere what its 店铺活跃度 counts: no advice is better than invented advice. */
  const UNEXPLAINED = ['shop-activity'];

  it('cover every indicator and every deduction of every rule pack', () => {
    const covered = new Set(
      playbooks.flatMap((entry) => [...entry.indicators, ...entry.deductions]),
    );
    for (const pack of packs) {
      const subjects = [...pack.indicators, ...pack.deductions].map((subject) => subject.id);
      expect(subjects.length, pack.id).toBeGreaterThan(0);
      expect(
        subjects.filter((id) => !covered.has(id) && !UNEXPLAINED.includes(id)),
        pack.id,
      ).toEqual([]);
    }
  });

  it('give each indicator and deduction of the rule in force a playbook of its own', () => {
    const newest = packs.find((pack) => pack.platform === 'doudian' && pack.to === undefined);
    const own = adviceBy.doudian?.playbooks.map((entry) => entry.id).sort();
    const subjects = [...(newest?.indicators ?? []), ...(newest?.deductions ?? [])];
    expect(own).toEqual(subjects.map((subject) => subject.id).sort());
  });
});

describe('reasons', () => {
  it('tell the buyers’ words apart', () => {
    const reasonsOf = (id: string, action: string) =>
      playbooks.find((entry) => entry.id === id)?.actions.find((a) => a.id === action)?.evidence
        ?.reasonSet ?? {};
    const faulty = compileWordSet(reasonsOf('quality-return-rate', 'trace-fault'));
    const mismatch = compileWordSet(reasonsOf('quality-return-rate', 'correct-page'));
    const damaged = compileWordSet(reasonsOf('product-rating', 'damaged-on-arrival'));
    const undisputed = compileWordSet(reasonsOf('aftersale-audit-hours', 'agree-at-once'));
    expect(faulty('做工粗糙/有瑕疵（商品品质原因）')).toBe(true);
    expect(faulty('材质与描述不符（商品品质原因）')).toBe(false);
    expect(mismatch('材质与描述不符（商品品质原因）')).toBe(true);
    expect(damaged('商品/包装破损')).toBe(true);
    expect(undisputed('七天无理由退货')).toBe(true);
    expect(undisputed('质量问题')).toBe(false);
  });
});

describe('checklist', () => {
  it('is never scored, has sources, and targets that make sense', () => {
    for (const item of checklist) {
      expect(item.unscored, item.id).toBe(true);
      expect(item.sources.length, item.id).toBeGreaterThan(0);
      const { from = 0, to = Infinity } = item.target ?? {};
      expect(from, item.id).toBeLessThan(to);
    }
    const target = (id: string) => checklist.find((item) => item.id === id)?.target;
    expect(target('reply-within-24-hours')).toEqual({ to: 24, unit: 'hours' });
    expect(target('return-window')).toEqual({ from: 7, to: 15, unit: 'days' });
  });
});

describe('not advised', () => {
  it('names the clause and its date', () => {
    for (const item of notAdvised) {
      expect(item.clause, item.id).toMatch(/\d/);
      expect(
        item.sources.some((source) => /^S\d$/.test(source)),
        item.id,
      ).toBe(true);
    }
  });
});

describe('eligibility lines', () => {
  it('all pass the check that guards edits', () => {
    for (const line of lines) expect(validateLine(line), line.id).toEqual([]);
  });

  it('belong to the folder’s platform and replace lines that exist', () => {
    for (const [platform, advice] of Object.entries(adviceBy)) {
      for (const line of advice.lines) expect(line.platform, line.id).toBe(platform);
      const ids = advice.lines.map((line) => line.id);
      for (const line of advice.lines)
        for (const id of line.replaces ?? []) expect(ids, line.id).toContain(id);
    }
  });

  const find = (id: string) => lines.find((line) => line.id === id);

  it.each([
    ['doudian-alliance-total', 'total', 'now', 70],
    ['doudian-alliance-product', 'dimension:product', 'now', 65],
    ['doudian-campaign', 'total', 'mean-7', 70],
    ['doudian-qianchuan', 'total', 'now', 60],
    ['doudian-mall', 'total', 'now', 60],
    ['doudian-brand-badge', 'total', 'mean-30', 80],
    ['doudian-extra-shop', 'total', 'now', 75],
    ['doudian-clearance-3c', 'total', 'every-day-14', 70],
    ['doudian-item-womenswear', 'page:item-quality-return-rate-30d', 'now', 0.008],
    ['tmall-month-end', 'total', 'month-end', 4.2],
    ['taobao-big-promotion', 'indicator:chat-3min-reply-rate', 'now', 0.6],
    ['pdd-star-five', 'page:navigator-beats-peers', 'now', 0.8],
    ['pdd-star-four-half', 'page:navigator-beats-peers', 'now', 0.3],
  ])('%s: %s %s %d', (id, metric, stat, threshold) => {
    expect(find(id)).toMatchObject({ metric, stat, threshold });
  });

  it('admit it when only the page knows the number', () => {
    const open = lines.filter((line) => line.threshold === undefined).map((line) => line.id);
    expect(open.sort()).toEqual([
      'doudian-flagship-review',
      'doudian-to-flagship',
      'pdd-subsidy',
      'taobao-alimama',
      'taobao-home-page',
      'taobao-marketing',
      'taobao-quality-shop',
    ]);
  });

  it('today there is no five-point line, and a category takes the stricter one', () => {
    const day = findDay('2026-11-22') as number;
    const ids = (...categories: string[]) =>
      linesFor(adviceBy.doudian?.lines ?? [], { day, categories }).map((line) => line.id);
    expect(ids().filter((id) => id.startsWith('doudian-five'))).toEqual([]);
    expect(ids()).toContain('doudian-alliance-total');
    expect(ids('钱币')).toContain('doudian-alliance-coins');
    expect(ids('钱币')).not.toContain('doudian-alliance-total');
    expect(ids('Apple 品牌奖品')).not.toContain('doudian-lucky-bag-apple-before');
  });
});

it('deductions are named with the points and the limit of the rule in force', () => {
  const rules = packs.filter((pack) => pack.to === undefined).flatMap((pack) => pack.deductions);
  expect(rules.length).toBeGreaterThan(0);
  for (const { id, pointsEach, cap } of rules) {
    const told = playbooks
      .filter((entry) => entry.deductions.includes(id))
      .map(({ impactKey }) => impactKey);
    expect(told, id).not.toEqual([]);
    const wanted = pointsEach === cap ? `扣 ${cap} 分` : `扣 ${pointsEach} 分,最多 ${cap} 分`;
    const figures = told
      .map((key) => (zh[key as keyof typeof zh].match(/扣 \d+ 分|最多 \d+ 分/g) ?? []).join())
      .filter((each) => each !== '');
    expect(new Set(figures), id).toEqual(new Set([wanted]));
  }
});
