/** The translator as the dashboard loads it: the shared catalogue with the dashboard's own. */
import dashboardEn from '../../../assets/locales/dashboard.en.json';
import dashboardZh from '../../../assets/locales/dashboard.zh-CN.json';
import en from '../../../assets/locales/en.json';
import settingsEn from '../../../assets/locales/settings.en.json';
import settingsZh from '../../../assets/locales/settings.zh-CN.json';
import { createTranslator, type Locale, type Translator, zhMessages } from '../../../src/ui/i18n';

export const dashboardTranslator = (locale: Locale): Translator =>
  locale === 'en'
    ? createTranslator(locale, { ...en, ...settingsEn, ...dashboardEn })
    : createTranslator(locale, { ...zhMessages, ...settingsZh, ...dashboardZh });
