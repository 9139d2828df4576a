/** Where a file is dropped or chosen. */
import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../i18n';

interface Props {
  choose(file: File): void;
  t: Translate;
}

export function Chooser({ choose, t }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isMany, setIsMany] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    setIsMany((files?.length ?? 0) > 1);
    const file = files?.[0];
    if (file && files.length === 1) choose(file);
  };
  return (
    <div
      class="drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p>{t('import.drop')}</p>
      <button type="button" class="primary" onClick={() => input.current?.click()}>
        {t('import.choose')}
      </button>
      <input
        ref={input}
        type="file"
        id="import-file"
        hidden
        aria-label={t('import.choose')}
        accept=".csv,.tsv,.txt,.xlsx,.xls,.zip"
        onChange={(event) => {
          const { currentTarget } = event;
          take(currentTarget.files);
          // The same file can then be chosen again.
          currentTarget.value = '';
        }}
      />
      {isMany && <p role="alert">{t('import.one-file')}</p>}
    </div>
  );
}
