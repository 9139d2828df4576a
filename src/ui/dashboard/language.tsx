import type { Locale, Translator } from '../i18n';

const LANGUAGES: Locale[] = ['zh-CN', 'en'];

interface Props {
  translator: Translator;
  setLocale(locale: Locale): Promise<void>;
}

/** Each language is written in itself, whatever the page's. */
export function Language({ translator: { locale, t }, setLocale }: Props) {
  const nameOf = (each: Locale): string =>
    new Intl.DisplayNames(each, { type: 'language' }).of(each.slice(0, 2)) ?? each;
  return (
    <select
      id="language"
      aria-label={t('dash.language')}
      onChange={(event) => {
        const wanted = LANGUAGES[event.currentTarget.selectedIndex];
        if (wanted) void setLocale(wanted);
      }}
    >
      {LANGUAGES.map((each) => (
        <option key={each} selected={each === locale}>
          {nameOf(each)}
        </option>
      ))}
    </select>
  );
}
