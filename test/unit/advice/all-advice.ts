/** All advice data and both catalogues, for the tests beside this file. */
import en from '../../../assets/locales/advice.en.json';
import zh from '../../../assets/locales/advice.zh-CN.json';
import type { Advice } from '../../../src/core/advice-types';
import { doudianAdvice } from '../../../src/platforms/doudian/rules/advice';
import { pinduoduoAdvice } from '../../../src/platforms/pinduoduo/rules/advice';
import { sharedAdvice } from '../../../src/platforms/shared-advice';
import { taobaoAdvice } from '../../../src/platforms/taobao/rules/advice';

export const adviceBy: Record<string, Advice> = {
  shared: sharedAdvice,
  doudian: doudianAdvice,
  taobao: taobaoAdvice,
  pinduoduo: pinduoduoAdvice,
};

const every = Object.values(adviceBy);
export const playbooks = every.flatMap((advice) => advice.playbooks);
export const checklist = every.flatMap((advice) => advice.checklist);
export const notAdvised = every.flatMap((advice) => advice.notAdvised);
export const lines = every.flatMap((advice) => advice.lines);

/** Catalogue keys that a piece of advice uses. */
export function keysOf(advice: Advice): string[] {
  return [
    ...advice.playbooks.flatMap((entry) => [
      entry.titleKey,
      entry.impactKey,
      entry.reviewQuestionKey,
      ...entry.actions.flatMap((action) => [action.textKey, action.effectKey]),
      ...(entry.replySteps ?? []),
    ]),
    ...advice.checklist.map((item) => item.textKey),
    ...advice.notAdvised.map((item) => item.textKey),
    ...advice.lines.map((line) => line.effectKey),
  ];
}

export const usedKeys = [...new Set(every.flatMap(keysOf))].sort();
export const texts: Record<'zh' | 'en', Record<string, string>> = { zh, en };

/** Text of a key; throws when the catalogue has none. */
export function getText(language: 'zh' | 'en', key: string): string {
  const text = texts[language][key];
  if (text === undefined) throw new Error(`no ${language} text for ${key}`);
  return text;
}
