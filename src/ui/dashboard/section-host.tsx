/** Loads a section's code when it is first opened, so that nobody waits for those they do not look at. */
import { useEffect, useState } from 'preact/hooks';
import { Failure } from '../shared/failure';
import type { Section, SectionEntry, SectionProps } from './section-types';

interface Props {
  entry: SectionEntry;
  section: SectionProps;
}

type Loaded = { id: string; component?: Section };

export function SectionHost({ entry, section }: Props) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [round, setRound] = useState(0);
  const { t } = section.translator;
  useEffect(() => {
    let isCurrent = true;
    entry.load().then(
      (code) => isCurrent && setLoaded({ id: entry.id, component: code.default }),
      () => isCurrent && setLoaded({ id: entry.id }),
    );
    return () => {
      isCurrent = false;
    };
  }, [entry, round]);
  if (loaded?.id !== entry.id) {
    return (
      <p class="quiet" data-loading>
        {t('loading')}
      </p>
    );
  }
  if (!loaded.component) return <Failure t={t} again={() => setRound(round + 1)} />;
  const Shown = loaded.component;
  return <Shown {...section} />;
}
