/** Interface texts of popup and dashboard (zh-CN first). Times are Beijing times whatever the machine says. */
import zh from '../../assets/locales/zh-CN.json';
import { type Catalogue, fillText, type Params } from '../core/fill-text';

export type Locale = 'zh-CN' | 'en';
export type MessageKey = keyof typeof zh;
export type Messages = Catalogue<MessageKey>;
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
  if (locale === 'zh-CN') return createTranslator(locale, zhMessages);
  const english = await import('../../assets/locales/en.json');
  return createTranslator(locale, english.default);
}

export function createTranslator(locale: Locale, messages: Messages): Translator {
  const t: Translate = (key, params) => fillText(messages[key], params);
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
