/** Advice and its texts, loaded when a section that shows them is opened. */
import type { Locale } from '../i18n';
import type { AdviceBook } from '../ports';

/** A key without a text is shown as it is: a catalogue bug that tests find (test/unit/advice). */
export async function loadAdviceBook(platform: string, locale: Locale): Promise<AdviceBook> {
  const [{ adviceOf }, texts] = await Promise.all([
    import('../../platforms/advice'),
    locale === 'zh-CN'
      ? import('../../../assets/locales/advice.zh-CN.json')
      : import('../../../assets/locales/advice.en.json'),
  ]);
  const catalogue: Record<string, string> = texts.default;
  return { advice: adviceOf(platform), text: (key) => catalogue[key] ?? key };
}
