/** Binds the popup to its ports: reads once, again on every change, never the database. */
import { useEffect, useState } from 'preact/hooks';
import type { Translator } from '../i18n';
import type { PopupPorts, ShopId } from '../ports';
import { Failure } from '../shared/failure';
import type { NearestLineView } from './nearest-line';
import { Popup, type PopupActions } from './popup';
import { type PopupInput, popupView } from './popup-model';
import { type Glance, readFirst, readGlance } from './read-glance';

interface Props {
  ports: PopupPorts;
  translator: Translator;
  /** Read before the first painting, so that it shows numbers at once; absent when that failed. */
  first?: PopupInput;
}

type Loaded = { input: PopupInput } | { error: true };

/** All that the popup needs for one painting: what was read, and what the engine says of it. */
export function explainGlance(ports: PopupPorts, glance: Glance): PopupInput {
  const { mirror } = glance;
  const nowMs = ports.now();
  return {
    ...glance,
    platforms: ports.platforms,
    report: mirror && ports.reportOf(mirror, nowMs),
    welcomeUrl: ports.welcomeUrl,
    dataUrl: ports.dataUrl,
    nowMs,
  };
}

export function PopupApp({ ports, translator, first }: Props) {
  const [wanted, setWanted] = useState<ShopId>();
  const [loaded, setLoaded] = useState<Loaded | undefined>(first && { input: first });
  const [line, setLine] = useState<{ view?: NearestLineView; shop?: ShopId }>();
  const [round, setRound] = useState(0);
  const again = (): void => setRound((each) => each + 1);

  useEffect(() => ports.subscribe(again), [ports]);
  useEffect(() => {
    if (first && !wanted && round === 0) return;
    let isCurrent = true;
    const reading = wanted || round > 0 ? readGlance(ports, wanted) : readFirst(ports);
    reading
      .then((glance) => isCurrent && setLoaded({ input: explainGlance(ports, glance) }))
      .catch(() => isCurrent && setLoaded({ error: true }));
    return () => {
      isCurrent = false;
    };
  }, [ports, first, wanted, round]);

  const input = loaded && 'input' in loaded ? loaded.input : undefined;
  useEffect(() => {
    let isCurrent = true;
    if (input?.mirror && input.seat === 'owner') {
      const { shop } = input.mirror;
      // No line is worth a failure: the glance stands without it. The one shown stays until then.
      ports.nearestLine(input.mirror, translator).then(
        (view) => isCurrent && setLine({ view, shop }),
        () => isCurrent && setLine(undefined),
      );
    } else setLine(undefined);
    return () => {
      isCurrent = false;
    };
  }, [ports, translator, input]);

  const shop = input?.selected;
  const isPainted = input?.mirror !== undefined;
  // What was painted is compared with the store; a change comes through `subscribe`.
  useEffect(() => {
    if (isPainted) ports.checkMirror(shop).catch(() => {});
  }, [ports, isPainted, shop?.platform, shop?.shopId]);

  if (!loaded) return <p class="loading">{translator.t('loading')}</p>;
  if ('error' in loaded) return <Failure t={translator.t} again={again} />;
  const actions: PopupActions = {
    open: ports.openTab,
    openDashboard: ports.openDashboard,
    copyText: ports.copyText,
    chooseShop: setWanted,
    askSiteAccess: () => void ports.askSiteAccess().then(again),
  };
  return (
    <Popup
      view={popupView(loaded.input, translator)}
      line={isOf(line?.shop, shop) ? line?.view : undefined}
      translator={translator}
      actions={actions}
    />
  );
}

const isOf = (a: ShopId | undefined, b: ShopId | undefined): boolean =>
  a?.platform === b?.platform && a?.shopId === b?.shopId;
