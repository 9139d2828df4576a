/** Runs a page's work under the merchant's choices, and anew whenever they change: no reload needed. */
import { type PagePreferences, readPagePreferences } from '../core/page-preferences';

export interface ChoiceSource {
  /** The stored value, whatever it is. */
  read(): Promise<unknown>;
  /** Calls back after each change, until the signal aborts. */
  onChange(changed: () => void, signal: AbortSignal): void;
}

/**
 * @param start begins the work; it ends when its signal aborts. Not called for a platform that is off.
 */
export async function followChoices(
  platform: string,
  source: ChoiceSource,
  signal: AbortSignal,
  start: (choices: PagePreferences, signal: AbortSignal) => void,
): Promise<void> {
  let running: { choices: string; end: AbortController } | undefined;
  const apply = async (): Promise<void> => {
    const choices = readPagePreferences(await source.read());
    const text = JSON.stringify(choices);
    if (signal.aborted || running?.choices === text) return;
    running?.end.abort();
    const end = new AbortController();
    signal.addEventListener('abort', () => end.abort(), { once: true, signal: end.signal });
    running = { choices: text, end };
    if (!choices.platformsOff.includes(platform)) start(choices, end.signal);
  };
  source.onChange(() => void apply(), signal);
  await apply();
}
