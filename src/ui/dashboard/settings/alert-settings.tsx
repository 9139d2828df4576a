/** Desktop alerts: each kind on or off, its line, its shops; hours in which nothing is said. */
import { useEffect, useState } from 'preact/hooks';
import {
  ALERT_KINDS,
  type AlertChoice,
  type AlertKind,
  DESK_ALERTS,
  type Preferences,
} from '../../../core/preferences';
import type { Translate } from '../../i18n';
import type { DashboardPorts } from '../../ports';
import { Check, Group, NumberField } from './fields';

interface Props {
  chosen: Preferences;
  save(change: Partial<Preferences>): void;
  shops: { key: string; label: string }[];
  ports: Pick<DashboardPorts, 'mayNotify' | 'askToNotify'>;
  t: Translate;
}

/** Kinds with a line, and what the line may be. */
const LINES = {
  duties: { min: 1, max: 48, step: 1 },
  'score-line': { min: 0, max: 100, step: 0.1 },
  'indicator-line': { min: 0.1, max: 100, step: 0.1 },
} as const;
const hasLine = (kind: AlertKind): kind is keyof typeof LINES => kind in LINES;

export function AlertSettings({ chosen, save, shops, ports, t }: Props) {
  const [mayNotify, setMayNotify] = useState<boolean>();
  useEffect(() => {
    void ports.mayNotify().then(setMayNotify);
  }, [ports]);
  const kinds = chosen.seat === 'desk' ? DESK_ALERTS : ALERT_KINDS;
  const isAnyOn = kinds.some((kind) => chosen.alerts[kind].on);
  const set = (kind: AlertKind, change: Partial<AlertChoice>): void => {
    // The browser asks only within a click, so before anything is saved.
    if (change.on && mayNotify === false) void ports.askToNotify().then(setMayNotify);
    const choice = { ...chosen.alerts[kind], ...change };
    save({ alerts: { ...chosen.alerts, [kind]: choice } });
  };
  return (
    <Group title={t('settings.alerts')} help={t('settings.alerts.help')}>
      {isAnyOn && mayNotify === false && (
        <div class="notice" data-tone="problem" role="alert">
          <p>{t('settings.alerts.blocked')}</p>
          <button type="button" onClick={() => void ports.askToNotify().then(setMayNotify)}>
            {t('settings.alerts.allow')}
          </button>
        </div>
      )}
      {kinds.map((kind) => {
        const choice = chosen.alerts[kind];
        return (
          <div key={kind} class="alert" data-alert={kind}>
            <Check
              name={`alert-${kind}`}
              label={t(`settings.alert.${kind}`)}
              isOn={choice.on}
              set={(on) => set(kind, { on })}
            />
            {choice.on && hasLine(kind) && (
              <NumberField
                name={`line-${kind}`}
                label={t(`settings.alert.${kind}.threshold`)}
                value={choice.threshold}
                {...LINES[kind]}
                set={(threshold) => set(kind, { threshold })}
              />
            )}
            {choice.on && shops.length > 1 && (
              <ShopScope
                choice={choice}
                shops={shops}
                set={(scope) => set(kind, { shops: scope })}
                t={t}
              />
            )}
          </div>
        );
      })}
      <QuietHours hours={chosen.quietHours} save={(quietHours) => save({ quietHours })} t={t} />
    </Group>
  );
}

interface ScopeProps {
  choice: AlertChoice;
  shops: Props['shops'];
  /** Undefined: all shops, later ones too. */
  set(shops: string[] | undefined): void;
  t: Translate;
}

function ShopScope({ choice, shops, set, t }: ScopeProps) {
  const keys = shops.map(({ key }) => key);
  const on = choice.shops ?? keys;
  const change = (key: string, isOn: boolean): void => {
    const next = keys.filter((each) => (each === key ? isOn : on.includes(each)));
    set(next.length === keys.length ? undefined : next);
  };
  return (
    <fieldset class="kinds">
      <legend>{t('settings.alert.shops')}</legend>
      {shops.map(({ key, label }) => (
        <Check
          key={key}
          name={`scope-${key}`}
          label={label}
          isOn={on.includes(key)}
          set={(isOn) => change(key, isOn)}
        />
      ))}
    </fieldset>
  );
}

interface QuietProps {
  hours: Preferences['quietHours'];
  save(hours: Preferences['quietHours']): void;
  t: Translate;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function QuietHours({ hours, save, t }: QuietProps) {
  const select = (side: 'from' | 'to') => (
    <label class="number-field">
      <span>{t(`settings.quiet.${side}`)}</span>
      <select
        name={`quiet-${side}`}
        value={hours[side]}
        onChange={(event) => save({ ...hours, [side]: Number(event.currentTarget.value) })}
      >
        {HOURS.map((hour) => (
          <option key={hour} value={hour} selected={hour === hours[side]}>
            {t('settings.quiet.hour', { hour })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset class="kinds">
      <legend>{t('settings.quiet')}</legend>
      <p class="actions">
        {select('from')}
        {select('to')}
      </p>
      <p class="quiet">{t('settings.quiet.help')}</p>
    </fieldset>
  );
}
