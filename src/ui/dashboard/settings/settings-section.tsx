/** What the merchant may choose; every change is saved at once. */
import { useState } from 'preact/hooks';
import { BADGE_KINDS, type Preferences } from '../../../core/preferences';
import { usePreferences } from '../../shared/use-preferences';
import type { SectionProps } from '../section-types';
import { AlertSettings } from './alert-settings';
import { Check, Group } from './fields';
import { PlatformChoice } from './platform-choice';

const SEATS = ['owner', 'desk'] as const;

export default function SettingsSection({ ports, view, translator }: SectionProps) {
  const { t } = translator;
  const [chosen, change] = usePreferences(ports);
  const [said, setSaid] = useState('');
  if (!chosen) return <p class="quiet">{t('loading')}</p>;

  const save = (changed: Partial<Preferences>): void => {
    setSaid('');
    change(changed).then(
      () => setSaid(t('settings.saved')),
      () => setSaid(t('settings.failed')),
    );
  };
  const { badgesOff } = chosen;
  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      <p role="status" class="saved">
        {said}
      </p>
      <Group title={t('settings.seat')}>
        {SEATS.map((seat) => (
          <label key={seat} class="check">
            <input
              type="radio"
              name="seat"
              value={seat}
              checked={chosen.seat === seat}
              onChange={() => save({ seat })}
            />
            <span>{t(`settings.seat.${seat}`)}</span>
          </label>
        ))}
      </Group>
      <Group title={t('settings.platforms')} help={t('settings.platforms.help')}>
        <PlatformChoice
          platforms={ports.platforms}
          locale={translator.locale}
          off={chosen.platformsOff}
          save={(platformsOff) => save({ platformsOff })}
        />
      </Group>
      <Group title={t('settings.badges')}>
        <Check
          name="read-only"
          label={t('settings.read-only')}
          help={t('settings.read-only.help')}
          isOn={chosen.readOnly}
          set={(readOnly) => save({ readOnly })}
        />
        <fieldset disabled={chosen.readOnly} class="kinds">
          <legend>{t('settings.badge-kinds')}</legend>
          {BADGE_KINDS.map((kind) => (
            <Check
              key={kind}
              name={`badge-${kind}`}
              label={t(`settings.badge.${kind}`)}
              isOn={!badgesOff.includes(kind)}
              set={(isOn) =>
                save({
                  badgesOff: isOn
                    ? badgesOff.filter((each) => each !== kind)
                    : [...badgesOff, kind],
                })
              }
            />
          ))}
        </fieldset>
      </Group>
      <AlertSettings
        chosen={chosen}
        save={save}
        shops={view.shops.map(({ id, label }) => ({ key: `${id.platform}/${id.shopId}`, label }))}
        ports={ports}
        t={t}
      />
      <Group title={t('settings.incognito')}>
        <Check
          name="incognito"
          label={t('settings.incognito.allow')}
          help={t('settings.incognito.help')}
          isOn={chosen.incognito}
          set={(incognito) => save({ incognito })}
        />
      </Group>
    </form>
  );
}
