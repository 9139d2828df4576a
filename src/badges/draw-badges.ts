/** The door to the badges: what a content script calls. */
import type { RowVerdict } from '../core/verdict-types';
import { type BadgeEnv, type BadgeLayer, type BadgeRow, createBadgeLayer } from './layer';

const layers = new WeakMap<Document, BadgeLayer>();

/**
 * Shows the verdicts on these rows and removes every badge of rows that are gone. Call it with all rows
 * of the page after each reading and each reply; badges tick by themselves while the page is visible.
 */
export function drawBadges(rows: BadgeRow[], verdicts: RowVerdict[], env: BadgeEnv): void {
  const layer = layers.get(env.doc) ?? createBadgeLayer(env);
  layers.set(env.doc, layer);
  layer.draw(rows, verdicts);
}

/** Takes every badge away and stops all timers: another page, read-only mode, an updated extension. */
export function clearBadges(doc: Document): void {
  layers.get(doc)?.dispose();
  layers.delete(doc);
}
