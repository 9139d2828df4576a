/** Import of official export files: read, shown, and stored only when confirmed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReadProgress } from '../../files/preview-types';
import type { FileError } from '../../files/problem-types';
import type { ImportResult } from '../../store/import-records';
import type { Translator } from '../i18n';
import type { DashboardPorts } from '../ports';
import { numberText } from '../shared/format';
import { Chooser } from './import-chooser';
import { errorView, readingText, resultView } from './import-model';
import { Preview, type ShopChoice } from './import-preview';
import { ImportError, type ImportRun, type PreviewData, type StoreRequest } from './import-types';

interface Props {
  shops: ShopChoice[];
  ports: Pick<DashboardPorts, 'startImport' | 'platforms' | 'now' | 'openTab'>;
  translator: Translator;
}

type State =
  | { at: 'idle' }
  | { at: 'reading'; fileName: string; progress?: ReadProgress }
  | { at: 'refused'; error: FileError }
  | { at: 'preview'; data: PreviewData }
  | { at: 'storing'; data: PreviewData; done: number }
  | { at: 'stored'; data: PreviewData; result: ImportResult }
  | { at: 'failed'; why: ImportError['why'] };

export function ImportSection({ shops, ports, translator }: Props) {
  const { t } = translator;
  const [state, setState] = useState<State>({ at: 'idle' });
  const run = useRef<ImportRun>();
  const close = (): void => {
    run.current?.close();
    run.current = undefined;
  };
  useEffect(() => close, []);

  const read = async (file: File): Promise<void> => {
    close();
    const mine = ports.startImport();
    run.current = mine;
    const isMine = (): boolean => run.current === mine;
    setState({ at: 'reading', fileName: file.name });
    const result = await mine.read(file, (progress) => {
      if (isMine()) setState({ at: 'reading', fileName: file.name, progress });
    });
    if (!isMine()) return;
    if (result.ok) {
      setState({ at: 'preview', data: result });
      return;
    }
    close();
    setState({ at: 'refused', error: result });
  };
  const store = async (data: PreviewData, request: StoreRequest): Promise<void> => {
    const mine = run.current;
    if (!mine) return;
    setState({ at: 'storing', data, done: 0 });
    try {
      const result = await mine.store(request, (done) => setState({ at: 'storing', data, done }));
      setState({ at: 'stored', data, result });
    } catch (error) {
      setState({ at: 'failed', why: error instanceof ImportError ? error.why : 'internal' });
    }
    close();
  };
  const forget = (): void => {
    close();
    setState({ at: 'idle' });
  };
  const cancel = (
    <button type="button" data-import="cancel" onClick={() => run.current?.cancel()}>
      {t('import.cancel')}
    </button>
  );
  const isBusy = state.at === 'reading' || state.at === 'storing';

  return (
    <section id="import" data-state={state.at} aria-busy={isBusy}>
      <h2>{t('import.title')}</h2>
      <p class="quiet">{t('import.help')}</p>
      {!isBusy && state.at !== 'preview' && <Chooser choose={(file) => void read(file)} t={t} />}
      {state.at === 'preview' && (
        <Preview
          key={state.data.fileName}
          data={state.data}
          shops={shops}
          ports={ports}
          translator={translator}
          findEarlier={async (shop) => run.current?.findEarlier(shop)}
          store={(request) => void store(state.data, request)}
          forget={forget}
        />
      )}
      {state.at === 'reading' && (
        <div class="actions">
          <progress
            aria-label={t('import.reading', { file: state.fileName })}
            max={1}
            value={state.progress ? state.progress.done / Math.max(1, state.progress.total) : 0}
          />
          <span>{t('import.reading', { file: state.fileName })}</span>
          {state.progress && <span class="quiet">{readingText(state.progress, translator)}</span>}
          {cancel}
        </div>
      )}
      {state.at === 'storing' && (
        <div class="actions">
          <progress
            aria-label={t('import.storing')}
            max={Math.max(1, state.data.records)}
            value={state.done}
          />
          <span>{t('import.storing')}</span>
          <span class="quiet">
            {t('dash.counts', {
              num: numberText(state.done, 0),
              den: numberText(state.data.records, 0),
            })}
          </span>
          {cancel}
        </div>
      )}
      <div role="status">
        <Said state={state} ports={ports} translator={translator} />
      </div>
    </section>
  );
}

function Said({
  state,
  ports,
  translator,
}: Pick<Props, 'ports' | 'translator'> & { state: State }) {
  const { t } = translator;
  if (state.at === 'refused') {
    const { title, detail } = errorView(state.error, ports.platforms, translator);
    const isCancelled = state.error.code === 'cancelled';
    return (
      <div class="notice" data-tone={isCancelled ? 'info' : 'problem'} data-code={state.error.code}>
        <p>{t('import.about', { file: state.error.fileName, what: title })}</p>
        {detail.map((line) => (
          <p class="quiet" key={line}>
            {line}
          </p>
        ))}
      </div>
    );
  }
  if (state.at === 'stored') {
    const tone = state.result.outcome === 'other-shop' ? 'problem' : 'info';
    return (
      <div class="notice" data-tone={tone} data-outcome={state.result.outcome}>
        {resultView(state.result, state.data.records, translator).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    );
  }
  if (state.at === 'failed') {
    return (
      <div class="notice" data-tone="problem">
        <p>{t(`import.failed.${state.why}`)}</p>
      </div>
    );
  }
  return null;
}
