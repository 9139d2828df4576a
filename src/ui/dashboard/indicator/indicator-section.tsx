/** Everything about one indicator: what it is made of, where it goes, what the next step takes. */

import { findIndicator } from '../../../core/score-model';
import { nextSteps } from '../../../core/steps';
import { Chip } from '../../shared/chip';
import { chipView } from '../../shared/chip-model';
import { dataNumber, valueText } from '../../shared/format';
import { GapSteps } from '../../shared/gap-card';
import { IndicatorSelect } from '../indicator-select';
import type { SectionProps } from '../section-types';
import { useChoices } from '../use-choices';
import { IndicatorCharts } from './indicator-charts';
import { LadderTable } from './ladder-table';
import { stepTexts } from './step-texts';

export default function IndicatorSection(section: SectionProps) {
  const { view, model, ports, translator, go, hrefOf } = section;
  const { choices } = useChoices(ports, view.shop);
  const { t } = translator;
  const { shown } = view;
  const found = model && shown && findIndicator(model, shown.id);
  const row = view.indicators.find((each) => each.id === shown?.id);
  if (!model || !shown || !found || !row) return null;
  const { report, rule } = found;
  const toCount = view.gaps?.rows.find(({ id }) => id === shown.id)?.steps ?? [];
  const steps = stepTexts(
    nextSteps(model, shown.id),
    { unit: report.unit, better: rule.better },
    translator,
  );
  return (
    <>
      <IndicatorSelect
        view={view}
        shown={shown.id}
        t={t}
        choose={(indicator) => go({ section: 'indicator', indicator })}
      />
      <section
        data-indicator={shown.id}
        data-value={dataNumber(report.value)}
        data-points-lost={dataNumber(report.pointsLost)}
        data-provenance={report.provenance}
      >
        <h2>{shown.label}</h2>
        <dl class="facts big">
          <div>
            <dt>{t('dash.col.value')}</dt>
            <dd>
              <strong>{row.valueText}</strong>
              <Chip chip={row.chip} />
            </dd>
          </div>
          <div>
            <dt>{t('dash.col.loss')}</dt>
            <dd>
              <strong class={row.lossClass}>{row.loss}</strong>
              <Chip chip={chipView(report.pointsProvenance, translator)} />
            </dd>
          </div>
          <div>
            <dt>{t('dash.col.counts')}</dt>
            <dd>
              {row.counts} {row.countsChip && <Chip chip={row.countsChip} />}
              {row.evidence && <span class="quiet block">{row.evidence}</span>}
            </dd>
          </div>
          <div>
            <dt>{t('dash.col.window')}</dt>
            <dd>{row.window}</dd>
          </div>
          <div>
            <dt>{t('dash.col.weight')}</dt>
            <dd>{row.weight}</dd>
          </div>
          {report.interval && (
            <div>
              <dt>{t('indicator.interval')}</dt>
              <dd data-interval>
                {t('indicator.interval.text', {
                  low: valueText(report.interval[0], report.unit, translator),
                  high: valueText(report.interval[1], report.unit, translator),
                })}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <section data-steps>
        <h2>{t('step.title')}</h2>
        {steps.map(({ id, direction, word, text }) => (
          <p key={id} data-step={id}>
            {direction && (
              <span class="step-word" data-direction={direction}>
                <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span> {word}
              </span>
            )}{' '}
            {text}
          </p>
        ))}
        {steps.some(({ id }) => id === 'why') && <GapSteps steps={toCount} open={ports.openTab} />}
        <p class="links">
          <a href={hrefOf({ section: 'orders', indicator: shown.id })}>{t('section.orders')}</a>
          <a href={hrefOf({ section: 'what-if', indicator: shown.id })}>{t('section.what-if')}</a>
          <a href={hrefOf({ section: 'calendar', indicator: shown.id })}>{t('section.calendar')}</a>
          <a href={hrefOf({ section: 'losses', indicator: shown.id })}>{t('section.losses')}</a>
          <a href={hrefOf({ section: 'playbook', indicator: shown.id })}>{t('section.playbook')}</a>
        </p>
      </section>
      <IndicatorCharts
        key={shown.id}
        model={model}
        id={shown.id}
        actions={choices?.actions ?? []}
        settings={choices?.settings}
        section={section}
      />
      <LadderTable model={model} id={shown.id} translator={translator} />
      <p class="quiet">
        {t('indicator.source')} {rule.source}
      </p>
    </>
  );
}
