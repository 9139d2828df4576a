/** Everything stored as one file, and back again. */
import { useRef, useState } from 'preact/hooks';
import { BackupError } from '../../../store/backup-file';
import type { Translate } from '../../i18n';
import { fileName } from '../csv';
import type { DataPorts } from './data-ports';

interface Props {
  data: DataPorts;
  save(name: string, content: Blob, type: string): void;
  today: string;
  t: Translate;
}

export function BackupCard({ data, save, today, t }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const secret = passphrase === '' ? undefined : passphrase;

  async function work(run: () => Promise<string>): Promise<void> {
    setBusy(true);
    try {
      setSaid(await run());
    } catch (error) {
      setSaid(t(problemKey(error)));
    }
    setBusy(false);
  }
  const backUp = (): Promise<void> =>
    work(async () => {
      const blob = await data.makeBackup(secret, (done) => setSaid(t('backup.writing', { done })));
      save(fileName('scorelens', today, 'backup.slb'), blob, 'application/octet-stream');
      return t('backup.saved');
    });
  const restore = (file: File): Promise<void> =>
    work(async () => {
      const result = await data.restoreBackup(file, secret, (done, all) =>
        setSaid(t('backup.restoring', { done, all })),
      );
      const { orders, created, changed, refused } = result;
      const text = t('backup.restored', { orders, created, changed });
      return refused > 0 ? `${text} ${t('backup.refused', { count: refused })}` : text;
    });

  return (
    <section id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{t('backup.title')}</h2>
      <p>{t('backup.help')}</p>
      <p>
        <label>
          {t('backup.passphrase')}{' '}
          <input
            type="password"
            autocomplete="new-password"
            value={passphrase}
            disabled={busy}
            onInput={(event) => setPassphrase(event.currentTarget.value)}
          />
        </label>
      </p>
      <p class="quiet">{t('backup.passphrase.help')}</p>
      <p class="actions">
        <button type="button" data-backup="make" disabled={busy} onClick={() => void backUp()}>
          {t('backup.make')}
        </button>
        <button
          type="button"
          data-backup="restore"
          disabled={busy}
          onClick={() => chooser.current?.click()}
        >
          {t('backup.restore')}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('backup.restore')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void restore(file);
            event.currentTarget.value = '';
          }}
        />
      </p>
      <p role="status">{said}</p>
    </section>
  );
}

function problemKey(error: unknown) {
  if (error instanceof BackupError) return `backup.problem.${error.problem}` as const;
  const names = [(error as Error)?.name, (error as { inner?: Error })?.inner?.name];
  return names.includes('QuotaExceededError')
    ? ('backup.problem.quota' as const)
    : ('backup.problem.failed' as const);
}
