/** Where the points of one indicator go: by reason, product, carrier, province, weekday and hour. */
import type { SplitBy } from '../../../core/advice-types';
import { type LossPart, UNKNOWN_KEY } from '../../../core/answers-types';
import type { Provenance } from '../../../core/entities';
import { SPLITS } from '../../../core/loss-split';
import type { Translator } from '../../i18n';
import { Failure } from '../../shared/failure';
import { lossText, numberText } from '../../shared/format';
import { IndicatorSelect } from '../indicator-select';
import type { SectionProps } from '../section-types';
import { useLosses } from '../use-losses';
import { HourTable } from './hour-table';
import { keyText, percentText, stands } from './losses-model';

/** The tail says nothing that helps. */
const SHOWN_PARTS = 8;

export default function LossesSection(section: SectionProps) {
  const { view, ports, translator, go, hrefOf } = section;
  const { t } = translator;
  const { report, shown } = view;
  const [state, again] = useLosses(ports, report, shown?.id);
  if (!report || !shown) return null;
  const provenance =
    report.indicators.find((each) => each.id === shown.id)?.pointsProvenance ?? 'missing';
  const data = state.at === 'read' ? state.data : undefined;
  const isEmpty = data && SPLITS.every((by) => data.parts[by].length === 0);
  return (
    <>
      <IndicatorSelect
        view={view}
        shown={shown.id}
        t={t}
        choose={(indicator) => go({ section: 'losses', indicator })}
      />
      {state.at === 'failed' && <Failure t={t} again={again} />}
      {state.at === 'reading' && (
        <p class="quiet" role="status" data-loading>
          {t('losses.reading', { read: numberText(state.read, 0) })}
        </p>
      )}
      {isEmpty && (
        <div class="empty" data-empty="losses">
          <p>{t('losses.none')}</p>
          <p>
            <a href={hrefOf({ section: 'data' })}>{t('section.data')}</a>
          </p>
        </div>
      )}
      {data && !isEmpty && (
        <>
          <p class="quiet">{t('losses.help')}</p>
          <div class="split">
            {SPLITS.map((by) => (
              <Split
                key={by}
                by={by}
                parts={data.parts[by]}
                provenance={provenance}
                translator={translator}
              />
            ))}
          </div>
          <HourTable hours={data.hours} translator={translator} />
          <p>
            <a href={hrefOf({ section: 'playbook', indicator: shown.id })}>
              {t('losses.playbook')}
            </a>
          </p>
        </>
      )}
    </>
  );
}

interface SplitProps {
  by: SplitBy;
  parts: LossPart[];
  provenance: Provenance;
  translator: Translator;
}

function Split({ by, parts, provenance, translator }: SplitProps) {
  const { t } = translator;
  const shown = parts.slice(0, SHOWN_PARTS);
  const rest = parts.length - shown.length;
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  // When nobody knows it of any order, a table would only say so at length.
  const isKnown = parts.some(({ key }) => key !== UNKNOWN_KEY);
  return (
    <section data-split={by}>
      <h2 id={`split-${by}`}>{t(`losses.by.${by}`)}</h2>
      {!isKnown ? (
        <p class="quiet">{t('losses.by.none')}</p>
      ) : (
        <table aria-labelledby={`split-${by}`}>
          <thead>
            <tr>
              <th scope="col">{t(`losses.part.${by}`)}</th>
              <th scope="col">{t('losses.count')}</th>
              <th scope="col">{t('losses.share')}</th>
              <th scope="col">{t('losses.base')}</th>
              <th scope="col">{t('dash.col.loss')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((part) => (
              <tr key={part.key} data-part={part.key} data-stands={stands(part, all)}>
                <th scope="row">
                  {keyText(by, part.key, translator)}
                  {stands(part, all) && <span class="chip warn">{t('losses.stands')}</span>}
                </th>
                <td>{numberText(part.count, 0)}</td>
                <td>
                  <span class="bar small" aria-hidden="true">
                    <span style={{ width: `${part.share * 100}%` }} />
                  </span>
                  {percentText(part.share)}
                </td>
                <td>
                  {part.baseShare === undefined ? t('value.unknown') : percentText(part.baseShare)}
                </td>
                <td>{lossText(part.points, provenance, translator) ?? t('value.unknown')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isKnown && rest > 0 && <p class="quiet">{t('losses.rest', { count: rest })}</p>}
    </section>
  );
}
