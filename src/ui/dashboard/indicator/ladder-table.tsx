import type { ScoreModel } from '../../../core/score-model';
import type { Translator } from '../../i18n';
import { Chip } from '../../shared/chip';
import { chipView } from '../../shared/chip-model';
import { numberText, valueText } from '../../shared/format';
import { ladderRows } from './indicator-model';

interface Props {
  model: ScoreModel;
  id: string;
  translator: Translator;
}

/** What value is worth how many points, and where the shop stands now. */
export function LadderTable({ model, id, translator }: Props) {
  const { t } = translator;
  const { rows, sure, isBelow } = ladderRows(model, id);
  const report = model.report.indicators.find((each) => each.id === id);
  return (
    <section>
      <h2 id="ladder">
        {t(sure ? 'ladder.title' : 'ladder.curve')}
        <Chip chip={chipView(sure ? 'page' : 'estimate', translator)} />
      </h2>
      {rows.length === 0 || !report ? (
        <p class="quiet">{t('ladder.none')}</p>
      ) : (
        <table aria-labelledby="ladder" class="narrow">
          <thead>
            <tr>
              <th scope="col">{t('ladder.value')}</th>
              <th scope="col">{t('ladder.points')}</th>
              <th scope="col">{t('ladder.now')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.value} data-here={row.isHere}>
                <th scope="row">{valueText(row.value, report.unit, translator)}</th>
                <td>{numberText(row.points, 1)}</td>
                <td>{row.isHere ? t('ladder.here') : ''}</td>
              </tr>
            ))}
            {isBelow && (
              <tr data-here>
                <th scope="row">{t('ladder.below')}</th>
                <td>
                  {report.points === undefined ? t('value.unknown') : numberText(report.points, 1)}
                </td>
                <td>{t('ladder.here')}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}
