/** The dashboard: why. Every indicator, the orders behind it, official and ours, and the data itself. */
import { useState } from 'preact/hooks';
import type { Report } from '../../core/report-types';
import type { Locale, Translate, Translator } from '../i18n';
import type { DashboardPorts, ShopId } from '../ports';
import { Legend } from '../shared/chip';
import { Dimensions } from '../shared/dimensions';
import { GapCard } from '../shared/gap-card';
import { Notices } from '../shared/notices';
import { ScoreCard } from '../shared/score-card';
import { ShopSelect } from '../shared/shop-select';
import { Steps } from '../shared/steps';
import type { DashboardView } from './dashboard-view';
import { DataSection } from './data-section';
import type { ShopChoice } from './import-preview';
import { ImportSection } from './import-section';
import { Indicators } from './indicators';
import { Orders } from './orders';
import { Comparison, Reading } from './tables';

interface Props {
  view: DashboardView;
  ports: DashboardPorts;
  translator: Translator;
  chooseShop(shop: ShopId): void;
  showIndicator(indicator: string): void;
}

export function Dashboard({ view, ports, translator, chooseShop, showIndicator }: Props) {
  const { t } = translator;
  const { report, shown } = view;
  return (
    <div class="dashboard">
      <header>
        <h1>{view.shopName ?? t('dash.title')}</h1>
        <span class="quiet">{[view.platformName, view.pack].filter(Boolean).join(' · ')}</span>
        {view.shops.length > 1 && <ShopSelect shops={view.shops} t={t} choose={chooseShop} />}
        {report && <CopyReport report={report} copy={ports.copyText} t={t} />}
        <Language translator={translator} setLocale={ports.setLocale} />
      </header>
      <main>
        {!report && <p>{t('dash.empty')}</p>}
        <Notices notices={view.notices} open={ports.openTab} />
        {view.steps.length > 0 && (
          <Steps title={t('steps.next')} steps={view.steps} t={t} open={ports.openTab} />
        )}
        {view.score && view.drag && (
          <div class="top">
            <ScoreCard score={view.score} drag={view.drag} />
            <Dimensions dimensions={view.dimensions} t={t} />
          </div>
        )}
        {report && <Indicators rows={view.indicators} t={t} show={showIndicator} />}
        {report && shown && (
          <Orders shown={shown} report={report} ports={ports} translator={translator} />
        )}
        {report && <Comparison view={view} t={t} />}
        {report && <Reading view={view} t={t} />}
        {view.gaps && <GapCard gaps={view.gaps} open={ports.openTab} />}
        {report && <Legend title={t('legend.title')} chips={view.legend} />}
        <ImportSection shops={shopChoices(view)} ports={ports} translator={translator} />
        <DataSection shop={view.shop} shopName={view.shopName} ports={ports} t={t} />
      </main>
      <footer>{t('promise')}</footer>
    </div>
  );
}

/** Shops that a file may belong to; a shop is known once a page of its back-end was read. */
const shopChoices = ({ shops }: DashboardView): ShopChoice[] =>
  shops.map(({ id, name, isSelected }) => ({ ...id, name, isShown: isSelected }));

interface CopyProps {
  report: Report;
  copy(text: string): Promise<void>;
  t: Translate;
}

/** The documented report (docs/report.md), for colleagues, scripts and bug reports. */
function CopyReport({ report, copy, t }: CopyProps) {
  const [said, setSaid] = useState('');
  const onClick = (): void => {
    copy(JSON.stringify(report, null, 2)).then(
      () => setSaid(t('dash.copied')),
      () => setSaid(t('dash.copy-failed')),
    );
  };
  return (
    <>
      <button type="button" id="copy-report" data-action="copy-report" onClick={onClick}>
        {t('dash.copy')}
      </button>
      <span role="status" class="quiet">
        {said}
      </span>
    </>
  );
}

const LANGUAGES: Locale[] = ['zh-CN', 'en'];

/** Each language is written in itself, whatever the page's. */
function Language({
  translator: { locale, t },
  setLocale,
}: {
  translator: Translator;
  setLocale(locale: Locale): Promise<void>;
}) {
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
