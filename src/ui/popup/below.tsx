/** All that stands below the score and the drag. */
import type { Translator } from '../i18n';
import { Legend } from '../shared/chip';
import { Dimensions } from '../shared/dimensions';
import { GapCard } from '../shared/gap-card';
import { Notices } from '../shared/notices';
import { RebuildNote } from '../shared/rebuild-note';
import { Steps } from '../shared/steps';
import { IndicatorTable } from './indicator-table';
import type { NearestLineView } from './nearest-line';
import { NearestLine } from './nearest-line-card';
import { Duties, DutyGlance, Offenders } from './order-lists';
import type { PopupActions } from './popup';
import type { PopupView } from './popup-view';

export interface BelowProps {
  view: PopupView;
  line?: NearestLineView;
  translator: Translator;
  actions: PopupActions;
}

export function Below({ view, line, translator, actions }: BelowProps) {
  const { t } = translator;
  const { open } = actions;
  // With dimensions in between, what can still be met would be out of sight.
  const isGlanced = view.dimensions.length > 0 || view.indicators.length > 0;
  const steps = view.stepsTitle && (
    <Steps title={view.stepsTitle} note={view.stepsNote} steps={view.steps} t={t} open={open} />
  );
  return (
    <>
      {view.seat === 'desk' && <p class="quiet">{t('seat.desk')}</p>}
      {isGlanced && <DutyGlance duties={view.duties} />}
      <Notices notices={view.notices} open={open} />
      {view.rebuild && <RebuildNote rebuild={view.rebuild} />}
      {!view.score && steps}
      <Dimensions dimensions={view.dimensions} t={t} />
      <IndicatorTable rows={view.indicators} t={t} />
      <CoverageLines view={view} translator={translator} />
      <Duties duties={view.duties} t={t} open={open} />
      {line && <NearestLine line={line} view={view} t={t} openDashboard={actions.openDashboard} />}
      <Offenders
        offenders={view.offenders}
        t={t}
        open={open}
        openDashboard={actions.openDashboard}
      />
      {view.score && steps}
      {view.gaps && <GapCard gaps={view.gaps} open={open} />}
      {view.indicators.length > 0 && <Legend title={t('legend.title')} chips={view.legend} />}
    </>
  );
}

function CoverageLines({ view, translator: { t } }: Pick<BelowProps, 'view' | 'translator'>) {
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
