/** Engine and screen of the popup: loaded while its questions are on their way, run when they are answered. */
import { render } from 'preact';
import { choosePack } from '../../core/choose-pack';
import type { RulePack } from '../../core/pack';
import { createReportOf } from '../bind-ports';
import { loadTranslator, resolveLocale } from '../i18n';
import type { PopupPorts } from '../ports';
import { explainGlance, PopupApp } from './popup-app';
import { isGlance } from './popup-glance';
import type { Glance } from './read-glance';

export interface PopupStart {
  /** Of a platform that was loaded. */
  packsOf(platform: string): RulePack[] | undefined;
  ports: Omit<PopupPorts, 'reportOf' | 'nearestLine' | 'loadWhole'>;
  /** Undefined when reading failed: it fails again in the app, which says so. */
  glance: Promise<Glance | undefined>;
  /** As stored. */
  locale: Promise<unknown>;
}

export async function startPopup(start: PopupStart, into: Element): Promise<void> {
  const ports: PopupPorts = {
    ...start.ports,
    reportOf: createReportOf(start.packsOf),
    loadWhole,
    async nearestLine(mirror, tr) {
      const [{ findNearestLine }, { modelOf }] = await Promise.all([
        import('./nearest-line'),
        import('../../core/score-model'),
      ]);
      const nowMs = ports.now();
      const packs = start.packsOf(mirror.shop.platform);
      if (!packs) return undefined;
      const pack = choosePack(packs, mirror.snapshots, nowMs, mirror.settings?.packId);
      return findNearestLine(modelOf({ ...mirror, pack, nowMs }), tr);
    },
  };
  const [translator, glance] = await Promise.all([
    start.locale.then((locale) => loadTranslator(resolveLocale(locale))),
    start.glance,
  ]);
  document.documentElement.lang = translator.locale;
  document.title = translator.t('app.name');
  const first = glance && explainGlance(ports, glance);
  const whole = !first || isGlance(first) ? undefined : await loadWhole();
  render(<PopupApp ports={ports} translator={translator} first={first} whole={whole} />, into);
}

const loadWhole = async () => (await import('./whole')).wholePopup;
