/** Written in by the build (wxt.config.ts): first digits of the hash of its sources. */
declare const __SOURCES_HASH__: string;
