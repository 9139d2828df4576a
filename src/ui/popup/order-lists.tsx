import type { Translate } from '../i18n';
import { TabLink } from '../shared/link';
import { soonest } from './lists-model';
import type { DutyView, PopupView } from './popup-view';

interface Props {
  t: Translate;
  open(url: string): void;
}

/** The one line that cannot wait; the list itself stands further down. */
export function DutyGlance({ duties }: { duties: PopupView['duties'] }) {
  if (!duties) return null;
  return (
    <p class="glance" data-scorelens="duties" data-soon={duties.isSoon}>
      <a href="#duties">{duties.glance}</a>
    </p>
  );
}

interface DutiesProps extends Props {
  duties: PopupView['duties'];
  /** So many in sight, the rest folded; absent: all. */
  inSight?: number;
}

/** What can still be met, soonest first. */
export function Duties({ duties, inSight, t, open }: DutiesProps) {
  if (!duties) return null;
  const { rows } = duties;
  const shown = soonest(rows, inSight ?? rows.length, ({ kind }) => kind === 'ticket');
  const folded = rows.filter((each) => !shown.includes(each));
  return (
    <section class="duties" id="duties" tabIndex={-1}>
      <h2>{duties.title}</h2>
      <DutyRows rows={shown} open={open} />
      {folded.length > 0 && (
        <details>
          <summary>{t('duties.more', { count: folded.length })}</summary>
          <DutyRows rows={folded} open={open} />
        </details>
      )}
      <p class="quiet">
        {duties.note}
        <span class="more">
          {duties.lists.map(({ url, label }) => (
            <TabLink key={url} url={url} open={open}>
              {label}
            </TabLink>
          ))}
        </span>
      </p>
    </section>
  );
}

function DutyRows({ rows, open }: Pick<Props, 'open'> & { rows: DutyView[] }) {
  return (
    <ul class="orders">
      {rows.map((duty) => (
        <li key={`${duty.kind}-${duty.id}`} data-duty={duty.id} data-duty-kind={duty.kind}>
          <span class="left" data-soon={duty.isSoon}>
            {duty.left}
          </span>
          <span class="what">{duty.text}</span>
          <TabLink url={duty.link.url} open={open} class="id" label={duty.link.label}>
            {duty.name}
          </TabLink>
        </li>
      ))}
    </ul>
  );
}

interface OffendersProps extends Props {
  offenders: PopupView['offenders'];
  openDashboard(path: string): void;
}

/** The orders behind the drag, each with its way back into the back-end. */
export function Offenders({ offenders, open, openDashboard }: OffendersProps) {
  if (!offenders) return null;
  const { more } = offenders;
  return (
    <section class="offenders">
      <h2>{offenders.title}</h2>
      {offenders.empty && <p class="quiet">{offenders.empty}</p>}
      <ul class="orders">
        {offenders.rows.map((row) => (
          <li key={row.orderId} data-offender={row.orderId}>
            <TabLink url={row.link.url} open={open} class="id" label={row.link.label}>
              {row.orderId}
            </TabLink>
            {row.share && <span class="loss slight">{row.share}</span>}
            <span class="what">{row.text}</span>
            <span class="quiet">{row.leaves}</span>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" class="wide" onClick={() => openDashboard(more.path)}>
          {more.label}
        </button>
      )}
    </section>
  );
}
