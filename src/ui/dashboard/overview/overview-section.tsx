/** The first glance: the score, what drags it, and every indicator in one table. */
import { Duties } from '../../popup/order-lists';
import { Legend } from '../../shared/chip';
import { Dimensions } from '../../shared/dimensions';
import { Notices } from '../../shared/notices';
import { ScoreCard } from '../../shared/score-card';
import { Steps } from '../../shared/steps';
import type { SectionProps } from '../section-types';
import { Indicators } from './indicators';
import { Moved } from './moved';

/** Beside a score the most urgent are enough; the rest are one click away. */
const DUTIES_IN_SIGHT = 5;

export default function OverviewSection(section: SectionProps) {
  const { view, ports, translator, go } = section;
  const { t } = translator;
  const { report, seat } = view;
  const steps = view.steps.length > 0 && (
    <Steps title={t('steps.next')} steps={view.steps} t={t} open={ports.openTab} />
  );
  return (
    <>
      {seat === 'desk' && <p class="quiet">{t('seat.desk')}</p>}
      {seat === 'owner' && !report && <p>{t('dash.empty')}</p>}
      <Notices notices={view.notices} open={ports.openTab} />
      {!view.report && steps}
      {view.score && view.drag && (
        <div class="top">
          <ScoreCard score={view.score} drag={view.drag} />
          <Dimensions dimensions={view.dimensions} t={t} />
        </div>
      )}
      <Duties
        duties={view.duties}
        inSight={seat === 'owner' ? DUTIES_IN_SIGHT : undefined}
        t={t}
        open={ports.openTab}
      />
      {seat === 'desk' && !view.duties && <p class="empty">{t('duties.none')}</p>}
      {report && <Moved {...section} />}
      {report && (
        <Indicators
          rows={view.indicators}
          t={t}
          hrefOf={(indicator) => section.hrefOf({ section: 'indicator', indicator })}
          show={(indicator) => go({ section: 'orders', indicator })}
        />
      )}
      {view.report && steps}
      {report && <Legend title={t('legend.title')} chips={view.legend} />}
    </>
  );
}
