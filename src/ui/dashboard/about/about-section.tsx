/** Which build this is, by which rules it explains, what is stored and what never is. */
import type { MessageKey } from '../../i18n';
import type { SectionProps } from '../section-types';

const STORED: MessageKey[] = [
  'about.stored.orders',
  'about.stored.aftersales',
  'about.stored.scores',
  'about.stored.choices',
];
const NEVER: MessageKey[] = [
  'about.never.buyer',
  'about.never.chat',
  'about.never.network',
  'about.never.clicks',
  'about.never.login',
];

export default function AboutSection({ ports, input, view, translator, hrefOf }: SectionProps) {
  const { t, locale } = translator;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t('about.version')}</dt>
          <dd data-version>{ports.build.version}</dd>
        </div>
        <div>
          <dt>{t('about.sources')}</dt>
          <dd data-sources>
            <code>{ports.build.sources}</code>
          </dd>
        </div>
      </dl>
      <p>{t('about.unofficial')}</p>
      <section>
        <h2>{t('about.stored')}</h2>
        <ul class="plain">
          {STORED.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        {view.seat === 'owner' && (
          <p>
            <a href={hrefOf({ section: 'data' })}>{t('about.delete')}</a>
          </p>
        )}
      </section>
      <section>
        <h2>{t('about.never')}</h2>
        <ul class="plain">
          {NEVER.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <p class="quiet">{t('about.prove')}</p>
      </section>
      <section>
        <h2 id="packs">{t('about.packs')}</h2>
        <table aria-labelledby="packs">
          <thead>
            <tr>
              <th scope="col">{t('about.pack')}</th>
              <th scope="col">{t('about.from')}</th>
              <th scope="col">{t('about.source')}</th>
            </tr>
          </thead>
          <tbody>
            {input.platforms.flatMap((platform) =>
              (platform.packs ?? []).map((pack) => (
                <tr key={pack.id}>
                  <th scope="row">
                    {platform.name[locale]} · {pack.id}
                  </th>
                  <td>{t('about.span', { from: pack.from, to: pack.to ?? t('about.now') })}</td>
                  <td>{pack.source}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </>
  );
}
