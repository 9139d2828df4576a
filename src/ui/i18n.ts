/** Interface texts of popup and dashboard (zh-CN first). Times are Beijing times whatever the machine says. */
import type dashboardZh from '../../assets/locales/dashboard.zh-CN.json';
import type settingsZh from '../../assets/locales/settings.zh-CN.json';
import zh from '../../assets/locales/zh-CN.json';
import { type Catalogue, fillText, type Params } from '../core/fill-text';

export type Locale = 'zh-CN' | 'en';
type BaseKey = keyof typeof zh;
type DashboardKey = keyof typeof dashboardZh | keyof typeof settingsZh;
/** Dashboard and settings have catalogues of their own, which the popup never loads. */
export type MessageKey = BaseKey | DashboardKey;
export type Messages = Catalogue<BaseKey> & Partial<Catalogue<DashboardKey>>;
export type Translate = (key: MessageKey, params?: Params) => string;

export interface Translator {
  locale: Locale;
  t: Translate;
  /** The catalogue has words for this machine code. */
  knows(prefix: string, code: string): boolean;
  /** A catalogue text for a machine code, or the text of `fallback` when there is none. */
  code(prefix: string, code: string, fallback: MessageKey, params?: Params): string;
}

export const zhMessages: Messages = zh;

/** The language of the interface: the merchant's setting, else Chinese. */
export function resolveLocale(setting: unknown): Locale {
  return setting === 'en' ? 'en' : 'zh-CN';
}

/** English is loaded on demand, so that the popup of most merchants does not carry it. */
export async function loadTranslator(locale: Locale): Promise<Translator> {
  return createTranslator(locale, await loadMessages(locale));
}

/** With the dashboard's own texts. */
export async function loadDashboardTranslator(locale: Locale): Promise<Translator> {
  const [settings, own] = await Promise.all([
    loadSettingsMessages(locale),
    locale === 'zh-CN'
      ? import('../../assets/locales/dashboard.zh-CN.json')
      : import('../../assets/locales/dashboard.en.json'),
  ]);
  return createTranslator(locale, { ...settings, ...own.default });
}

/** With the texts of settings and the welcome page. */
export async function loadSettingsTranslator(locale: Locale): Promise<Translator> {
  return createTranslator(locale, await loadSettingsMessages(locale));
}

async function loadSettingsMessages(locale: Locale): Promise<Messages> {
  const [base, own] = await Promise.all([
    loadMessages(locale),
    locale === 'zh-CN'
      ? import('../../assets/locales/settings.zh-CN.json')
      : import('../../assets/locales/settings.en.json'),
  ]);
  return { ...base, ...own.default };
}

async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'zh-CN') return zhMessages;
  return (await import('../../assets/locales/en.json')).default;
}

/** @throws at a key that the catalogue does not have: the popup was given a text of the dashboard */
export function createTranslator(locale: Locale, messages: Messages): Translator {
  const t: Translate = (key, params) => {
    const text = messages[key];
    if (text === undefined) throw new Error(`no text for ${key} in this catalogue`);
    return fillText(text, params);
  };
  return {
    locale,
    t,
    knows: (prefix, code) => `${prefix}.${code}` in messages,
    code(prefix, code, fallback, params) {
      const key = `${prefix}.${code}`;
      return t(key in messages ? (key as MessageKey) : fallback, { code, ...params });
    },
  };
}
