/** What surrounds every section: the shop, the navigation, the language. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place, SectionId } from '../routes';
import { RebuildNote } from '../shared/rebuild-note';
import { ShopSelect } from '../shared/shop-select';
import { CopyReport } from './copy-report';
import { Language } from './language';
import { SectionHost } from './section-host';
import type { SectionEntry, SectionProps } from './section-types';

interface Props {
  entries: SectionEntry[];
  shown: SectionId;
  section: SectionProps;
}

export function Frame({ entries, shown, section }: Props) {
  const { view, ports, translator, go, hrefOf } = section;
  const { t } = translator;
  const { report } = view;
  const entry = entries.find((each) => each.id === shown) ?? entries[0];
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    document.title = `${t(`section.${shown}`)} · ${view.shopName ?? t('app.name')}`;
    // Whoever came here by keyboard or ear stands at the top of what is new.
    if (before.current !== shown) heading.current?.focus();
    before.current = shown;
  }, [shown, view.shopName, t]);
  const [visited, setVisited] = useState<SectionId[]>([shown]);
  if (!visited.includes(shown)) setVisited([...visited, shown]);
  if (!entry) return null;
  return (
    <div class="dashboard">
      <button type="button" class="skip" onClick={() => heading.current?.focus()}>
        {t('nav.skip')}
      </button>
      <header>
        <p class="shop">
          <strong class={view.shops.length > 1 ? 'unseen' : ''}>
            {view.shopName ?? t('dash.title')}
          </strong>
          <span class="quiet">{[view.platformName, view.pack].filter(Boolean).join(' · ')}</span>
        </p>
        {view.shops.length > 1 && (
          <ShopSelect
            shops={view.shops}
            t={t}
            choose={(shop) => go({ shop, section: shown } satisfies Place)}
          />
        )}
        {report && <CopyReport report={report} copy={ports.copyText} t={t} />}
        <Language translator={translator} setLocale={ports.setLocale} />
      </header>
      <div class="body">
        <nav aria-label={t('nav.title')}>
          <ul>
            {entries.map(({ id }) => (
              <li key={id}>
                <a
                  href={hrefOf({ section: id })}
                  data-section={id}
                  aria-current={id === shown ? 'page' : undefined}
                >
                  {t(`section.${id}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main data-shown-section={shown}>
          <h1 ref={heading} tabIndex={-1}>
            {t(`section.${shown}`)}
          </h1>
          {view.rebuild && <RebuildNote rebuild={view.rebuild} />}
          {entries
            .filter((each) => each === entry || (each.keep && visited.includes(each.id)))
            .map((each) => (
              <div key={each.id} class="section" hidden={each !== entry}>
                {each.needsReport && !report ? (
                  <p>{t('dash.empty')}</p>
                ) : (
                  <SectionHost entry={each} section={section} />
                )}
              </div>
            ))}
        </main>
      </div>
      <footer>{t('promise')}</footer>
    </div>
  );
}
