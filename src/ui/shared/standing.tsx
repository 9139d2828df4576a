import type { Translate } from '../i18n';
import type { Standing } from '../popup/popup-view';

interface Props {
  standing?: Standing;
  t: Translate;
}

/** Below the page's standard or not, and how many peers are beaten: a line breaks between the two only. */
export function StandingText({ standing, t }: Props) {
  if (!standing) return <>{t('value.unknown')}</>;
  const [first, ...others] = standing.parts;
  return (
    <span class="standing">
      <span class={standing.isMissed ? 'whole loss' : 'whole'}>{first}</span>
      {others.map((part) => (
        <>
          {' '}
          <span class="whole">{part}</span>
        </>
      ))}
    </span>
  );
}
