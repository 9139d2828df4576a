/** What the shop may lose next, or could reach: one line, with the way to all of them. */
import type { Translate } from '../i18n';
import { dashboardPath } from '../routes';
import type { NearestLineView } from './nearest-line';
import type { PopupView } from './popup-view';

interface Props {
  line: NearestLineView;
  view: Pick<PopupView, 'selected'>;
  openDashboard(path: string): void;
  t: Translate;
}

export function NearestLine({ line, view, openDashboard, t }: Props) {
  return (
    <section class="nearest" data-scorelens="line" data-holds={line.holds}>
      <h2>{t(line.holds ? 'line.nearest.held' : 'line.nearest.missed')}</h2>
      <p>{line.text}</p>
      <p class="quiet">{line.standing}</p>
      <button
        type="button"
        onClick={() => openDashboard(dashboardPath({ shop: view.selected, section: 'lines' }))}
      >
        {t('line.all')}
      </button>
    </section>
  );
}
