/** Binds the dashboard to its ports and to the place in its address. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Translator } from '../i18n';
import type { DashboardPorts } from '../ports';
import { dashboardPath, type Place, readPlace, sectionOf } from '../routes';
import { chooseShop, findKnown, idOf } from '../shared/choose-shop';
import { Failure } from '../shared/failure';
import { type DashboardInput, dashboardView } from './dashboard-model';
import { Frame } from './frame';
import { sectionEntries } from './sections';

interface Props {
  ports: DashboardPorts;
  translator: Translator;
}

type Loaded = { input: DashboardInput } | { error: true };

async function load(ports: DashboardPorts, { shop }: Place): Promise<DashboardInput> {
  const [index, store, { seat }] = await Promise.all([
    ports.readMirrorIndex(),
    ports.readStoreState(),
    ports.readPreferences(),
  ]);
  const known = findKnown(index.shops, shop);
  const selected = known ? idOf(known) : chooseShop(index, await ports.activeTabShop());
  const mirror = selected && (await ports.readMirror(selected));
  const nowMs = ports.now();
  const model = mirror && ports.modelOf(mirror, nowMs);
  return {
    index,
    platforms: ports.platforms,
    welcomeUrl: ports.welcomeUrl,
    dataUrl: ports.dataUrl,
    store,
    selected,
    mirror,
    model,
    report: model?.report,
    seat,
    nowMs,
  };
}

export function DashboardApp({ ports, translator }: Props) {
  const [place, setPlace] = useState<Place>(() => readPlace(location.hash));
  const [loaded, setLoaded] = useState<Loaded>();
  const [round, setRound] = useState(0);
  const again = (): void => setRound((each) => each + 1);
  const shopKey = JSON.stringify(place.shop);

  useEffect(() => ports.subscribe(again), [ports]);
  useEffect(() => void ports.checkMirror(place.shop).catch(() => {}), [ports, shopKey]);
  useEffect(() => {
    const onHash = (): void => setPlace(readPlace(location.hash));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  useEffect(() => {
    let isCurrent = true;
    load(ports, place).then(
      (input) => isCurrent && setLoaded({ input }),
      () => isCurrent && setLoaded({ error: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, shopKey, round]);
  const view = useMemo(
    () =>
      loaded && 'input' in loaded
        ? dashboardView({ ...loaded.input, indicator: place.indicator }, translator)
        : undefined,
    [loaded, place.indicator, translator],
  );

  if (!loaded) return <p class="loading">{translator.t('loading')}</p>;
  if (!view || !('input' in loaded)) return <Failure t={translator.t} again={again} />;
  const hrefOf = (to: Place): string => dashboardPath({ shop: view.shop, ...to });
  const go = (to: Place): void => {
    location.hash = hrefOf(to);
  };
  const isDesk = view.seat === 'desk';
  const entries = sectionEntries.filter((each) => !isDesk || each.forDesk);
  const wanted = sectionOf(place);
  return (
    <Frame
      entries={entries}
      shown={entries.some(({ id }) => id === wanted) ? wanted : 'overview'}
      section={{
        input: loaded.input,
        view,
        place,
        ports,
        translator,
        go,
        hrefOf,
        model: isDesk ? undefined : loaded.input.model,
      }}
    />
  );
}
