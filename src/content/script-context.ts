/**
 * Stands in for the build tool's own context class (see wxt.config.ts), of which nothing is used: it
 * costs 2.7 kB in every merchant page and posts a message there. `browser/lifetime.ts` has what is needed of it.
 */
export class ContentScriptContext {}
