/** Copies the structure of an open back-end page without its values, for a page that cannot be read. */
import { useState } from 'preact/hooks';
import type { Translate } from '../../i18n';
import type { BackendTab, DashboardPorts } from '../../ports';

interface Props {
  ports: Pick<DashboardPorts, 'listBackendTabs' | 'readSkeleton' | 'copyText'>;
  t: Translate;
}

export function Skeleton({ ports, t }: Props) {
  const [tabs, setTabs] = useState<BackendTab[]>([]);
  const [said, setSaid] = useState('');
  const copy = async (tab: BackendTab): Promise<void> => {
    setTabs([]);
    try {
      await ports.copyText(await ports.readSkeleton(tab));
      setSaid(t('skeleton.copied', { title: tab.title }));
    } catch {
      setSaid(t('skeleton.failed'));
    }
  };
  const start = async (): Promise<void> => {
    setSaid('');
    const open = await ports.listBackendTabs().catch(() => []);
    const [only] = open;
    if (!only) setSaid(t('skeleton.no-tab'));
    else if (open.length === 1) await copy(only);
    else setTabs(open);
  };
  return (
    <div data-skeleton>
      <p class="quiet">{t('skeleton.help')}</p>
      <button type="button" data-action="copy-skeleton" onClick={() => void start()}>
        {t('skeleton.copy')}
      </button>
      {tabs.length > 0 && (
        <fieldset>
          <legend>{t('skeleton.which')}</legend>
          {tabs.map((tab) => (
            <button type="button" key={tab.id} data-tab={tab.id} onClick={() => void copy(tab)}>
              {tab.title}
            </button>
          ))}
        </fieldset>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
