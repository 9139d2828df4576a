/** The words of the advice: complete in both languages, short, and never a trade for a review. */
import { describe, expect, it } from 'vitest';
import { adviceBy, getText, keysOf, notAdvised, playbooks, texts, usedKeys } from './all-advice';

describe('catalogues', () => {
  it('hold every key that data use, and no other, in both languages', () => {
    expect(Object.keys(texts.zh).sort()).toEqual(usedKeys);
    expect(Object.keys(texts.en).sort()).toEqual(usedKeys);
  });

  it('are really two languages', () => {
    for (const key of usedKeys) {
      expect(getText('zh', key), key).toMatch(/[\u4e00-\u9fff]/);
      // English may name the platform's own term, and only that.
      const chinese = getText('en', key).match(/[\u4e00-\u9fff]/g)?.length ?? 0;
      expect(chinese, key).toBeLessThanOrEqual(14);
      expect(getText('en', key), key).toMatch(/[a-z]{3}/);
    }
  });

  it('are short', () => {
    for (const key of usedKeys) {
      expect(getText('zh', key).length, key).toBeLessThanOrEqual(80);
      expect(getText('en', key).length, key).toBeLessThanOrEqual(200);
    }
  });

  it('name no platform where the advice holds on all of them', () => {
    const platform =
      /抖店|抖音|飞鸽|千川|精选联盟|淘宝|天猫|千牛|旺旺|拼多多|doudian|douyin|taobao|tmall|pinduoduo|pdd/i;
    for (const key of keysOf(adviceBy.shared ?? never())) {
      expect(getText('zh', key), key).not.toMatch(platform);
      expect(getText('en', key), key).not.toMatch(platform);
    }
  });
});

const REVIEW = {
  zh: /评价|好评|差评|追评|改评|评分|星/,
  en: /\breviews?\b|\bratings?\b|\bstars?\b|\brated?\b/i,
};
const BENEFIT = {
  zh: /返现|红包|优惠券|赠品|礼|补偿|现金|转账|免单|好处|退款|花钱|钱/,
  en: /cash|gift|coupon|voucher|reward|money|compensat|refund|discount|paying|paid/i,
};
const REFUSAL = {
  zh: /不|别|违法|禁止|只为感谢/,
  en: /\bnot\b|\bno\b|never|nothing|forbid|against the law|costs? \d+ points/i,
};
/** Mentions a review and a benefit in one breath. */
const trades = (language: 'zh' | 'en', text: string): boolean =>
  REVIEW[language].test(text) && BENEFIT[language].test(text);

describe('nothing is traded for a review', () => {
  it('the guard sees a trade', () => {
    expect(trades('zh', '改成好评就返现 5 元')).toBe(true);
    expect(trades('en', 'Offer a coupon for a good review')).toBe(true);
    expect(trades('zh', '补发或退款由顾客选')).toBe(false);
  });

  const steps = playbooks.flatMap((entry) => entry.replySteps ?? []);

  it('reply steps do not speak of reviews at all', () => {
    expect(steps.length).toBeGreaterThan(30);
    for (const key of steps) {
      expect(getText('zh', key), key).not.toMatch(REVIEW.zh);
      expect(getText('en', key), key).not.toMatch(REVIEW.en);
    }
  });

  it('other advice names both only to refuse it', () => {
    const rest = usedKeys.filter((key) => /^(playbook|checklist)\./.test(key));
    for (const key of rest) {
      for (const language of ['zh', 'en'] as const) {
        const text = getText(language, key);
        if (trades(language, text)) expect(text, key).toMatch(REFUSAL[language]);
      }
    }
  });

  it('the first step calms', () => {
    const withReplies = playbooks.filter((entry) => entry.replySteps);
    for (const entry of withReplies) {
      const first = entry.replySteps?.[0] ?? '';
      expect(getText('zh', first), first).toMatch(/抱歉|不好意思|理解/);
      expect(getText('en', first), first).toMatch(/sorry|understand/i);
      expect(entry.replySteps?.length, entry.id).toBeGreaterThanOrEqual(3);
    }
  });

  it('no action or checklist item recommends what is not advised', () => {
    const forbidden = /刷单|刷评|刷分|刷好评|返现|代评|空包/;
    const advised = usedKeys.filter((key) => /\.action\.|^checklist\./.test(key));
    for (const key of advised) {
      const text = getText('zh', key);
      if (forbidden.test(text)) expect(text, key).toMatch(/停掉|不得|拒绝|不/);
    }
    expect(notAdvised.length).toBeGreaterThanOrEqual(6);
  });
});

function never(): never {
  throw new Error('unreachable');
}
