/**
 * What the popup runs before its first painting, in two files named in its page: left to itself the bundler
 * makes two dozen, found one after the other, and asking for each costs the merchant more than the dashboard
 * gains by sharing them. The first file asks the browser; the second, engine and glance, loads meanwhile. The
 * rules of the shown platform come while its mirror is asked for, what stands below the glance after it.
 */
import type { InlineConfig, Plugin } from 'vite';

/** With all that these modules import. */
const ASKING =
  /\/src\/(ui\/(popup\/read-glance|read-ports)|browser\/(extension|site-access|demo-clock)|platforms\/faces)\.ts$|preload-helper/;
/** And what the rules of every platform are made with. */
const EXPLAINING =
  /\/src\/(ui\/popup\/start-popup\.tsx|platforms\/shared-rules\/\w+\.ts|core\/(scope|time|words|expr-build)\.ts)$/;
/** What stands below the glance, loaded when that is painted. */
const WHOLE = /\/src\/ui\/popup\/whole\.ts$/;

export function bundleGlance(config: InlineConfig): void {
  config.build ??= {};
  config.build.rolldownOptions ??= {};
  config.build.rolldownOptions.output = {
    ...config.build.rolldownOptions.output,
    codeSplitting: {
      groups: [
        { name: 'asking', test: ASKING, priority: 3 },
        { name: 'glance', test: EXPLAINING, priority: 2 },
        { name: 'whole', test: WHOLE, priority: 1 },
      ],
    },
  };
  config.plugins = [...(config.plugins ?? []), preloadGlance];
}

/** The bundler names only what a page imports at once; the second file is imported while questions are out. */
const preloadGlance: Plugin = {
  name: 'preload-glance',
  transformIndexHtml: {
    order: 'post',
    handler(html, { chunk, bundle }) {
      if (chunk?.name !== 'popup' || !bundle) return html;
      const files = new Set<string>();
      for (const name of chunk.dynamicImports) {
        const imported = bundle[name];
        files.add(name);
        if (imported?.type === 'chunk') for (const each of imported.imports) files.add(each);
      }
      for (const each of chunk.imports) files.delete(each);
      return [...files].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      }));
    },
  },
};
