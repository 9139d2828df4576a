/** First run: what is read, where it stays, which platforms; then what to open. One page, no account. */
import { PlatformChoice } from '../dashboard/settings/platform-choice';
import type { Translator } from '../i18n';
import { usePreferences } from '../shared/use-preferences';
import { DemoCard } from './demo-card';
import type { WelcomePorts } from './welcome-ports';

interface Props {
  ports: WelcomePorts;
  translator: Translator;
}

export function Welcome({ ports, translator }: Props) {
  const { t, locale } = translator;
  const [chosen, change] = usePreferences(ports);
  const save = (platformsOff: string[]): void => void change({ platformsOff });
  const off = chosen?.platformsOff ?? [];
  const read = ports.platforms.filter(({ id }) => !off.includes(id));
  return (
    <main class="welcome">
      <h1>{t('welcome.title')}</h1>
      <p>{t('welcome.lead')}</p>
      <section data-step="read">
        <h2>{t('welcome.read')}</h2>
        <p>{t('welcome.read.what')}</p>
        <p>{t('welcome.read.not')}</p>
      </section>
      <section data-step="stays">
        <h2>{t('welcome.stays')}</h2>
        <p>{t('welcome.stays.what')}</p>
      </section>
      <section data-step="platforms">
        <h2>{t('welcome.platforms')}</h2>
        {chosen && (
          <PlatformChoice platforms={ports.platforms} locale={locale} off={off} save={save} />
        )}
        <p class="quiet">{t('welcome.platforms.why')}</p>
      </section>
      <section data-step="start">
        <h2>{t('welcome.start')}</h2>
        <p>{t(chosen && read.length === 0 ? 'welcome.start.none' : 'welcome.start.why')}</p>
        <ul>
          {read.map(({ id, name, links }) => (
            <li key={id}>
              <b>{name[locale]}</b>
              <p class="actions">
                {pagesOf(links).map(([page, url]) => (
                  <button type="button" key={page} onClick={() => ports.openTab(url)}>
                    {t(`page.${page}`)}
                  </button>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <DemoCard ports={ports} t={t} />
      <footer class="quiet">{t('welcome.unofficial')}</footer>
    </main>
  );
}

/** In the order of their worth: the score page alone gives the first result. */
const pagesOf = (links: WelcomePorts['platforms'][number]['links']) =>
  [
    ['score', links.score],
    ['order-list', links.orderList],
    ['aftersale-list', links.aftersaleList],
  ] as const;
