/** Values over days, drawn as plain SVG; texts are HTML, so that enlarged text moves nothing over anything. */
import { formatDay } from '../../../core/time';
import type { Translate } from '../../i18n';
import { shortDay } from '../../shared/format';
import {
  type ChartPoint,
  type ChartSeries,
  dotsPath,
  linePath,
  type Scale,
  scaleOf,
  xOf,
  yOf,
} from './chart-model';

export interface ChartMark {
  day: number;
  kind: 'rule' | 'action';
  label: string;
}

interface Props {
  /** What the drawing says, in one sentence. */
  summary: string;
  series: ChartSeries[];
  /** First and last day drawn. */
  days: [number, number];
  /** Days shaded: the window in force. */
  band?: { days: [number, number]; label: string };
  marks?: ChartMark[];
  /** Days that the platform leaves out, hatched; each with its reason. */
  leftOut?: { days: [number, number]; label: string }[];
  /** The score's own limits: the frame goes no further. */
  limits?: { min: number; max: number };
  format(value: number): string;
  t: Translate;
}

export function TrendChart(props: Props) {
  const { summary, series, days, band, marks = [], leftOut = [], limits, format, t } = props;
  const scale = within(scaleOf(series), limits);
  const shown = marks.filter(({ day }) => day >= days[0] && day <= days[1]);
  const middle = Math.round((days[0] + days[1]) / 2);
  return (
    <figure class="chart">
      <div class="plot">
        <span class="y high">{format(scale.high)}</span>
        <span class="y low">{format(scale.low)}</span>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={summary}>
          {band && <Band days={band.days} all={days} kind="band" />}
          {leftOut.map(({ days: span, label }) => (
            <Band key={label} days={span} all={days} kind="left-out" />
          ))}
          {[25, 50, 75].map((y) => (
            <path key={y} class="grid" d={`M0 ${y}H100`} />
          ))}
          {series.map((each) => (
            <Series key={each.id} series={each} days={days} scale={scale} />
          ))}
          {shown.map(({ day, kind, label }) => (
            <path
              key={`${day}${label}`}
              class="mark-line"
              data-kind={kind}
              d={`M${xOf(day, days)} 0V100`}
            />
          ))}
        </svg>
        <p class="x" aria-hidden="true">
          {[days[0], middle, days[1]].map((day) => (
            <span key={day}>{shortDay(formatDay(day))}</span>
          ))}
        </p>
      </div>
      <figcaption>
        <ul class="keys">
          {series.map(({ id, label, kind }) => (
            <li key={id}>
              <span class="key" data-kind={kind} aria-hidden="true" /> {label}
            </li>
          ))}
          {band && (
            <li>
              <span class="key" data-kind="band" aria-hidden="true" /> {band.label}
            </li>
          )}
          {leftOut.map(({ label }) => (
            <li key={label} data-mark="left-out">
              <span class="key" data-kind="left-out" aria-hidden="true" /> {label}
            </li>
          ))}
          {shown.map(({ day, kind, label }) => (
            <li key={`${day}${label}`} data-mark={kind}>
              <span class="key" data-kind={kind} aria-hidden="true" />{' '}
              {t('chart.mark', { day: shortDay(formatDay(day)), what: label })}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

const within = ({ low, high }: Scale, limits: Props['limits']): Scale =>
  limits ? { low: Math.max(limits.min, low), high: Math.min(limits.max, high) } : { low, high };

interface BandProps {
  days: [number, number];
  all: [number, number];
  kind: 'band' | 'left-out';
}

function Band({ days: [from, to], all, kind }: BandProps) {
  const half = 50 / (all[1] - all[0] + 1);
  const left = Math.max(0, xOf(from, all) - half);
  const right = Math.min(100, xOf(to, all) + half);
  if (right <= left) return null;
  return <rect class={kind} x={left} y="0" width={right - left} height="100" />;
}

interface SeriesProps {
  series: ChartSeries;
  days: [number, number];
  scale: Scale;
}

function Series({ series: { kind, points }, days, scale }: SeriesProps) {
  if (kind === 'bars') {
    return (
      <>
        {points.map((each) => (
          <Bar key={each.day} point={each} days={days} scale={scale} />
        ))}
      </>
    );
  }
  return (
    <>
      <path class="line" data-kind={kind} d={linePath(points, days, scale)} />
      {kind === 'dots' && <path class="dots" d={dotsPath(points, days, scale)} />}
    </>
  );
}

function Bar({ point, days, scale }: { point: ChartPoint; days: [number, number]; scale: Scale }) {
  const width = (100 / (days[1] - days[0] + 1)) * 0.7;
  const top = yOf(point.value, scale);
  return (
    <rect
      class="column"
      x={xOf(point.day, days) - width / 2}
      y={top}
      width={width}
      height={Math.max(0, yOf(Math.max(0, scale.low), scale) - top)}
    />
  );
}
