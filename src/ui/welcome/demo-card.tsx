/** The demo shop: put in and taken out with one click each. */
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../i18n';
import type { WelcomePorts } from './welcome-ports';

type State = 'absent' | 'adding' | 'there' | 'removed' | 'failed';

interface Props {
  ports: Pick<WelcomePorts, 'hasDemo' | 'addDemo' | 'removeDemo' | 'openDemo'>;
  t: Translate;
}

export function DemoCard({ ports, t }: Props) {
  const [state, setState] = useState<State>('absent');
  useEffect(() => {
    void ports.hasDemo().then((isThere) => isThere && setState('there'));
  }, [ports]);
  const run = (work: Promise<void>, then: State): void => {
    work.then(
      () => setState(then),
      () => setState('failed'),
    );
  };
  const add = (): void => {
    setState('adding');
    run(ports.addDemo(), 'there');
  };
  return (
    <section data-step="demo" data-demo={state}>
      <h2>{t('welcome.demo')}</h2>
      <p>{t('welcome.demo.why')}</p>
      <p class="actions">
        {state === 'there' ? (
          <>
            <button type="button" class="primary" onClick={ports.openDemo}>
              {t('welcome.demo.open')}
            </button>
            <button
              type="button"
              data-action="remove-demo"
              onClick={() => run(ports.removeDemo(), 'removed')}
            >
              {t('welcome.demo.remove')}
            </button>
          </>
        ) : (
          <button type="button" data-action="add-demo" disabled={state === 'adding'} onClick={add}>
            {t('welcome.demo.add')}
          </button>
        )}
      </p>
      <p role="status">{said(state, t)}</p>
    </section>
  );
}

function said(state: State, t: Translate): string {
  if (state === 'adding') return t('welcome.demo.adding');
  if (state === 'removed') return t('welcome.demo.removed');
  return state === 'failed' ? t('welcome.demo.failed') : '';
}
