import { useState } from 'preact/hooks';
import type { Report } from '../../core/report-types';
import type { Translate } from '../i18n';

interface Props {
  report: Report;
  copy(text: string): Promise<void>;
  t: Translate;
}

/** The documented report (docs/report.md), for colleagues, scripts and bug reports. */
export function CopyReport({ report, copy, t }: Props) {
  const [said, setSaid] = useState('');
  const onClick = (): void => {
    copy(JSON.stringify(report, null, 2)).then(
      () => setSaid(t('dash.copied')),
      () => setSaid(t('dash.copy-failed')),
    );
  };
  return (
    <>
      <button type="button" id="copy-report" data-action="copy-report" onClick={onClick}>
        {t('dash.copy')}
      </button>
      <span role="status" class="quiet">
        {said}
      </span>
    </>
  );
}
