/** The popup: one glance. First the score and what drags it; everything else below, when it is loaded. */
import type { Translator } from '../i18n';
import type { ShopId } from '../ports';
import { dashboardPath } from '../routes';
import { ScoreCard } from '../shared/score-card';
import { ShopSelect } from '../shared/shop-select';
import type { NearestLineView } from './nearest-line';
import type { PopupView } from './popup-view';
import type { WholePopup } from './whole';

export interface PopupActions {
  open(url: string): void;
  openDashboard(path: string): void;
  copyText(text: string): Promise<void>;
  chooseShop(shop: ShopId): void;
  askSiteAccess(): void;
}

interface Props {
  view: PopupView;
  /** Absent in the first painting: only the glance is shown then. */
  whole?: WholePopup;
  line?: NearestLineView;
  translator: Translator;
  actions: PopupActions;
}

export function Popup({ view, whole, line, translator, actions }: Props) {
  const { t } = translator;
  return (
    <div class="popup" data-state={view.state} data-step={whole ? undefined : 'glance'}>
      <Header view={view} translator={translator} actions={actions} />
      <main aria-busy={whole ? undefined : true}>
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
        {whole && <whole.Below view={view} line={line} translator={translator} actions={actions} />}
      </main>
      <footer>
        {whole && view.summary !== undefined && (
          <whole.CopySummary text={view.summary} copy={actions.copyText} t={t} />
        )}
        <p>{t('promise')}</p>
      </footer>
    </div>
  );
}

function Header({ view, translator: { t }, actions }: Omit<Props, 'whole' | 'line'>) {
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
