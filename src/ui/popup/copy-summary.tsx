/** Puts today's summary on the clipboard, for the team's chat. */
import { useState } from 'preact/hooks';
import type { Translate } from '../i18n';

export interface CopySummaryProps {
  text: string;
  copy(text: string): Promise<void>;
  t: Translate;
}

export function CopySummary({ text, copy, t }: CopySummaryProps) {
  const [said, setSaid] = useState('');
  const onClick = (): void => {
    copy(text).then(
      () => setSaid(t('summary.copied')),
      () => setSaid(t('summary.failed')),
    );
  };
  return (
    <p>
      <button type="button" data-action="copy-summary" onClick={onClick}>
        {t('summary.copy')}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
