/** What the score decides: each line, where the shop stands, and which one turns first. */
import { useMemo } from 'preact/hooks';
import { scorePath } from '../../../core/score-path';
import { standingsOf } from '../../../core/standings';
import { Failure } from '../../shared/failure';
import { TabLink } from '../../shared/link';
import type { SectionProps } from '../section-types';
import { useAdvice } from '../use-advice';
import { useChoices } from '../use-choices';
import { CategoryChoice } from './category-choice';
import { type LineRow, lineRows } from './lines-model';

const MARKS = { holds: '✓', turns: '!', fails: '✗', unknown: '?' };

export default function LinesSection(section: SectionProps) {
  const { view, model, ports, translator } = section;
  const { t } = translator;
  const book = useAdvice(ports, view.shop?.platform);
  const handle = useChoices(ports, view.shop);
  const categories = handle.choices?.settings.categories;
  const rows = useMemo(() => {
    if (!model || !book || book === 'failed') return undefined;
    const path = scorePath(model);
    const standings = standingsOf(model, {
      lines: book.advice.lines,
      path,
      ...(categories ? { categories } : {}),
    });
    return lineRows(standings, model, book.text, translator);
  }, [model, book, categories, translator]);
  if (book === 'failed') return <Failure t={t} again={() => location.reload()} />;
  if (!book || !rows) {
    return (
      <p class="quiet" data-loading>
        {t('loading')}
      </p>
    );
  }
  const unknown = rows.filter(({ state }) => state === 'unknown');
  const all = [...new Set(book.advice.lines.flatMap((line) => line.category ?? []))];
  return (
    <>
      <p class="quiet">{t('lines.help')}</p>
      <CategoryChoice all={all} handle={handle} t={t} />
      {rows.length === 0 ? (
        <p class="empty" data-empty="lines">
          {t('lines.none')}
        </p>
      ) : (
        <>
          <Lines rows={rows.filter(({ state }) => state !== 'unknown')} section={section} />
          {unknown.length > 0 && (
            <details data-lines="unknown" open={unknown.length === rows.length}>
              <summary>{t('lines.unknown', { count: unknown.length })}</summary>
              <Lines rows={unknown} section={section} />
            </details>
          )}
        </>
      )}
    </>
  );
}

function Lines({ rows, section }: { rows: LineRow[]; section: SectionProps }) {
  return (
    <ul class="cards">
      {rows.map((row) => (
        <Line key={row.id} row={row} section={section} />
      ))}
    </ul>
  );
}

function Line({ row, section }: { row: LineRow; section: SectionProps }) {
  const { t } = section.translator;
  return (
    <li data-line={row.id} data-state={row.state}>
      <p class="card-title">
        <span class="state" data-state={row.state}>
          <span aria-hidden="true">{MARKS[row.state]}</span> {row.stateText}
        </span>{' '}
        {row.effect}
      </p>
      <p>
        {row.rule} · {row.standing}
      </p>
      {row.later && <p class={row.state === 'turns' ? 'later' : 'quiet'}>{row.later}</p>}
      <p class="quiet">
        {row.source}{' '}
        {row.sourceUrl && (
          <TabLink url={row.sourceUrl} open={section.ports.openTab}>
            {t('lines.source.open')}
          </TabLink>
        )}
      </p>
    </li>
  );
}
