/** Binds the popup to its ports: reads once, again on every change, never the database. */
import { useEffect, useState } from 'preact/hooks';
import type { Translator } from '../i18n';
import type { PopupEngine, PopupPorts, ShopId } from '../ports';
import { Failure } from '../shared/failure';
import type { NearestLineView } from './nearest-line';
import { Popup, type PopupActions } from './popup';
import { glanceView } from './popup-glance';
import type { GlanceInput, PopupInput } from './popup-input';
import { type Asked, type Glance, readFirst, readGlance } from './read-glance';
import type { WholePopup } from './whole';

interface Props {
  ports: PopupPorts;
  translator: Translator;
  /** Read before the first painting, so that it shows numbers at once; absent when that failed. */
  first?: FirstPainting;
}

/** A glance that was stored, until the engine has spoken; or what the engine said. */
export type FirstPainting =
  | { stored: GlanceInput; asked: Asked }
  | {
      input: PopupInput;
      /** Loaded already where a glance alone says too little; else when that is painted. */
      whole?: WholePopup;
    };

type Loaded = { stored: GlanceInput } | { input: PopupInput } | { error: true };

/** All that the popup needs for one painting: what was read, and what the engine says of it. */
export function explainGlance(ports: PopupPorts, engine: PopupEngine, glance: Glance): PopupInput {
  const { platform, ...input } = glance;
  const { mirror } = input;
  const nowMs = ports.now();
  return {
    ...input,
    platforms: ports.platforms.map((each) => (each.id === platform?.id ? platform : each)),
    report: mirror && engine.reportOf(mirror, nowMs),
    welcomeUrl: ports.welcomeUrl,
    dataUrl: ports.dataUrl,
    nowMs,
  };
}

export function PopupApp({ ports, translator, first }: Props) {
  const [wanted, setWanted] = useState<ShopId>();
  const [loaded, setLoaded] = useState<Loaded | undefined>(first);
  const [whole, setWhole] = useState(first && 'input' in first ? first.whole : undefined);
  /** The rest of the popup cannot be loaded: the extension's files are gone or were replaced. */
  const [isCut, setCut] = useState(false);
  const [line, setLine] = useState<{ view?: NearestLineView; shop?: ShopId }>();
  const [round, setRound] = useState(0);
  const again = (): void => setRound((each) => each + 1);

  useEffect(() => ports.subscribe(again), [ports]);
  useEffect(() => {
    const isFirst = !wanted && round === 0;
    if (isFirst && first && 'input' in first) return;
    let isCurrent = true;
    const reading = isFirst
      ? readFirst(ports, first && 'asked' in first ? first.asked : undefined)
      : readGlance(ports, wanted);
    Promise.all([ports.loadEngine(), reading])
      .then(([engine, glance]) => {
        if (isCurrent) setLoaded({ input: explainGlance(ports, engine, glance) });
      })
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
      // No line is worth a failure: the glance stands without it. The one shown stays until then.
      const { mirror } = input;
      ports
        .loadEngine()
        .then((engine) => engine.nearestLine(mirror, translator))
        .then(
          (view) => isCurrent && setLine({ view, shop: mirror.shop }),
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
  const view = input
    ? (whole?.viewOf ?? glanceView)(input, translator)
    : 'stored' in loaded && glanceView(loaded.stored, translator);
  if (!view) return <p class="loading">{translator.t('loading')}</p>;
  return (
    <Popup
      view={view}
      // Around a glance that was only stored there is nothing to say yet.
      whole={input && whole}
      line={isOf(line?.shop, shop) ? line?.view : undefined}
      translator={translator}
      actions={actions}
    />
  );
}

const isOf = (a: ShopId | undefined, b: ShopId | undefined): boolean =>
  a?.platform === b?.platform && a?.shopId === b?.shopId;
