/** Texts that stand in merchants' pages: a catalogue of its own, so that content bundles carry no other. */
import en from '../../assets/locales/badges.en.json';
import zh from '../../assets/locales/badges.zh-CN.json';
import { fillText, type Params } from '../core/fill-text';

export type BadgeKey = keyof typeof zh;
export type BadgeText = (key: BadgeKey, params?: Params) => string;

/** English only when the setting says so: the merchants' pages are Chinese. */
export function badgeText(locale: unknown): BadgeText {
  const messages: Record<BadgeKey, string> = locale === 'en' ? en : zh;
  return (key, params) => fillText(messages[key], params);
}
