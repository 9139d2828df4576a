/** The popup's first painting: the stored glance where one fits, else what the engine says. */
import { render } from 'preact';
import { loadTranslator, resolveLocale } from '../i18n';
import type { PopupPorts } from '../ports';
import { explainGlance, type FirstPainting, PopupApp } from './popup-app';
import { isGlance } from './popup-glance';
import { type Asked, ask, readFirst } from './read-glance';
import { findStored } from './stored-input';

/** @param locale as stored */
export async function startPopup(
  ports: PopupPorts,
  locale: Promise<unknown>,
  into: Element,
): Promise<void> {
  const [translator, first] = await Promise.all([
    locale.then((stored) => loadTranslator(resolveLocale(stored))),
    // When reading fails, it fails again in the app, which says so.
    findFirst(ports).catch(() => undefined),
  ]);
  document.documentElement.lang = translator.locale;
  document.title = translator.t('app.name');
  render(<PopupApp ports={ports} translator={translator} first={first} />, into);
}

async function findFirst(ports: PopupPorts): Promise<FirstPainting> {
  const asked = await ask(ports);
  const stored = await findStored(ports, asked);
  return stored ? { stored, asked } : explainFirst(ports, asked);
}

async function explainFirst(ports: PopupPorts, asked: Asked): Promise<FirstPainting> {
  const [engine, glance] = await Promise.all([ports.loadEngine(), readFirst(ports, asked)]);
  const input = explainGlance(ports, engine, glance);
  return { input, whole: isGlance(input) ? undefined : await ports.loadWhole() };
}
