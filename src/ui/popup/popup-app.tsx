/** Binds the popup to its ports: reads once, again on every change, never the database. */
import { useEffect, useState } from 'preact/hooks';
import type { Translator } from '../i18n';
import type { PopupPorts, ShopId } from '../ports';
import { Failure } from '../shared/failure';
import type { NearestLineView } from './nearest-line';
import { Popup, type PopupActions } from './popup';
import { glanceView } from './popup-glance';
import type { PopupInput } from './popup-input';
import { type Glance, readFirst, readGlance } from './read-glance';
import type { WholePopup } from './whole';

interface Props {
  ports: PopupPorts;
  translator: Translator;
  /** Read before the first painting, so that it shows numbers at once; absent when that failed. */
  first?: PopupInput;
  /** Loaded already where a glance alone says too little; else when that is painted. */
  whole?: WholePopup;
}

type Loaded = { input: PopupInput } | { error: true };

/** All that the popup needs for one painting: what was read, and what the engine says of it. */
export function explainGlance(ports: PopupPorts, glance: Glance): PopupInput {
  const { platform, ...input } = glance;
  const { mirror } = input;
  const nowMs = ports.now();
  return {
    ...input,
    platforms: ports.platforms.map((each) => (each.id === platform?.id ? platform : each)),
    report: mirror && ports.reportOf(mirror, nowMs),
    welcomeUrl: ports.welcomeUrl,
    dataUrl: ports.dataUrl,
    nowMs,
  };
}

export function PopupApp({ ports, translator, first, whole: atOnce }: Props) {
  const [wanted, setWanted] = useState<ShopId>();
  const [loaded, setLoaded] = useState<Loaded | undefined>(first && { input: first });
  const [whole, setWhole] = useState(atOnce);
  /** The rest of the popup cannot be loaded: the extension's files are gone or were replaced. */
  const [isCut, setCut] = useState(false);
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

  // Effects run after a painting: the glance is on the screen before the rest is asked for.
  useEffect(() => {
    if (whole) return;
    setCut(false);
    ports.loadWhole().then(
      (rest) => setWhole(rest),
      () => setCut(true),
    );
  }, [ports, whole, round]);

  const input = loaded && 'input' in loaded ? loaded.input : undefined;
  useEffect(() => {
    let isCurrent = true;
    if (!whole) return;
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
  }, [ports, translator, input, whole]);

  const shop = input?.selected;
  const isPainted = whole !== undefined && input?.mirror !== undefined;
  // What was painted is compared with the store; a change comes through `subscribe`.
  useEffect(() => {
    if (isPainted) ports.checkMirror(shop).catch(() => {});
  }, [ports, isPainted, shop?.platform, shop?.shopId]);

  if (!loaded) return <p class="loading">{translator.t('loading')}</p>;
  if (isCut || 'error' in loaded) return <Failure t={translator.t} again={again} />;
  const actions: PopupActions = {
    open: ports.openTab,
    openDashboard: ports.openDashboard,
    copyText: ports.copyText,
    chooseShop: setWanted,
    askSiteAccess: () => void ports.askSiteAccess().then(again),
  };
  return (
    <Popup
      view={(whole?.viewOf ?? glanceView)(loaded.input, translator)}
      whole={whole}
      line={isOf(line?.shop, shop) ? line?.view : undefined}
      translator={translator}
      actions={actions}
    />
  );
}

const isOf = (a: ShopId | undefined, b: ShopId | undefined): boolean =>
  a?.platform === b?.platform && a?.shopId === b?.shopId;
