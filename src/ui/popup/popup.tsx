/** The popup: one glance. First the score and what drags it; everything else below. */
import type { Translator } from '../i18n';
import type { ShopId } from '../ports';
import { dashboardPath } from '../routes';
import { Legend } from '../shared/chip';
import { Dimensions } from '../shared/dimensions';
import { GapCard } from '../shared/gap-card';
import { Notices } from '../shared/notices';
import { RebuildNote } from '../shared/rebuild-note';
import { ScoreCard } from '../shared/score-card';
import { ShopSelect } from '../shared/shop-select';
import { Steps } from '../shared/steps';
import { CopySummary } from './copy-summary';
import { IndicatorTable } from './indicator-table';
import type { NearestLineView } from './nearest-line';
import { NearestLine } from './nearest-line-card';
import { Duties, DutyGlance, Offenders } from './order-lists';
import type { PopupView } from './popup-view';

export interface PopupActions {
  open(url: string): void;
  openDashboard(path: string): void;
  copyText(text: string): Promise<void>;
  chooseShop(shop: ShopId): void;
  askSiteAccess(): void;
}

interface Props {
  view: PopupView;
  line?: NearestLineView;
  translator: Translator;
  actions: PopupActions;
}

export function Popup({ view, line, translator, actions }: Props) {
  const { t } = translator;
  const { open } = actions;
  // With dimensions in between, what can still be met would be out of sight.
  const isGlanced = view.dimensions.length > 0 || view.indicators.length > 0;
  const steps = view.stepsTitle && (
    <Steps title={view.stepsTitle} note={view.stepsNote} steps={view.steps} t={t} open={open} />
  );
  return (
    <div class="popup" data-state={view.state}>
      <Header view={view} translator={translator} actions={actions} />
      <main>
        {view.state === 'no-access' && (
          <section class="access">
            <h2>{t('access.title')}</h2>
            <p>{t('access.why')}</p>
            <button type="button" class="wide primary" onClick={actions.askSiteAccess}>
              {t('action.allow')}
            </button>
          </section>
        )}
        {view.score && view.drag && <ScoreCard score={view.score} drag={view.drag} />}
        {view.seat === 'desk' && <p class="quiet">{t('seat.desk')}</p>}
        {isGlanced && <DutyGlance duties={view.duties} />}
        <Notices notices={view.notices} open={open} />
        {view.rebuild && <RebuildNote rebuild={view.rebuild} />}
        {!view.score && steps}
        <Dimensions dimensions={view.dimensions} t={t} />
        <IndicatorTable rows={view.indicators} t={t} />
        <CoverageLines view={view} translator={translator} />
        <Duties duties={view.duties} t={t} open={open} />
        {line && (
          <NearestLine line={line} view={view} t={t} openDashboard={actions.openDashboard} />
        )}
        <Offenders
          offenders={view.offenders}
          t={t}
          open={open}
          openDashboard={actions.openDashboard}
        />
        {view.score && steps}
        {view.gaps && <GapCard gaps={view.gaps} open={open} />}
        {view.indicators.length > 0 && <Legend title={t('legend.title')} chips={view.legend} />}
      </main>
      <footer>
        {view.summary !== undefined && (
          <CopySummary text={view.summary} copy={actions.copyText} t={t} />
        )}
        <p>{t('promise')}</p>
      </footer>
    </div>
  );
}

function Header({ view, translator: { t }, actions }: Props) {
  const isDesk = view.seat === 'desk';
  return (
    <header>
      {view.shops.length > 1 ? (
        <>
          <h1 class="unseen">{view.shopName ?? t('app.name')}</h1>
          <ShopSelect shops={view.shops} t={t} choose={actions.chooseShop} />
        </>
      ) : (
        <h1>{view.shopName ?? t('app.name')}</h1>
      )}
      {view.shops.length === 1 && <span class="quiet">{view.platformName}</span>}
      {view.selected && (
        <button
          type="button"
          onClick={() =>
            actions.openDashboard(
              dashboardPath({ shop: view.selected, ...(isDesk ? { section: 'settings' } : {}) }),
            )
          }
        >
          {t(isDesk ? 'action.settings' : 'action.dashboard')}
        </button>
      )}
    </header>
  );
}

function CoverageLines({ view, translator: { t } }: Omit<Props, 'actions'>) {
  if (view.coverage.length === 0) return null;
  const isWhole = view.coverage.every((each) => each.isWhole);
  return (
    <section class="coverage" data-scorelens="coverage">
      <h2>{t('coverage.title')}</h2>
      {view.coverage.map((each) => (
        <p key={each.text} data-whole={each.isWhole}>
          {each.text}
        </p>
      ))}
      {!isWhole && <p class="quiet">{t('coverage.why')}</p>}
      <p class="quiet">{view.asOf}</p>
    </section>
  );
}
