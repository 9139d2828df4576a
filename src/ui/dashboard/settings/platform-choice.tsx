/** Which platforms are read: in the settings and on the welcome page. */
import type { Locale } from '../../i18n';
import type { PlatformInfo } from '../../ports';
import { Check } from './fields';

interface Props {
  platforms: PlatformInfo[];
  locale: Locale;
  off: string[];
  save(off: string[]): void;
}

export function PlatformChoice({ platforms, locale, off, save }: Props) {
  return (
    <>
      {platforms.map(({ id, name }) => (
        <Check
          key={id}
          name={`platform-${id}`}
          label={name[locale]}
          isOn={!off.includes(id)}
          set={(isOn) => save(isOn ? off.filter((each) => each !== id) : [...off, id])}
        />
      ))}
    </>
  );
}
