/**
 * Fills a catalogue's text with parameters. No dependency, so content bundles may use it too.
 *
 * Syntax: `{name}` is replaced by the parameter; `{n|order|orders}` picks the first form when the
 * parameter is 1, else the second (English needs it, Chinese never does).
 */
export type Params = Record<string, string | number>;
export type Catalogue<Key extends string> = Record<Key, string>;

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** @throws when the text names a parameter that was not given: a catalogue bug, found by tests. */
export function fillText(text: string, params: Params = {}): string {
  return text.replace(PLACE, (_, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`catalogue parameter missing: ${name} in "${text}"`);
    if (one === undefined || many === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}

/** Names of the parameters that a text uses, sorted, unique. */
export function paramNames(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map((match) => match[1] ?? ''))].sort();
}
