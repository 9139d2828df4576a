/**
 * What the popup runs before its first painting, in one file: left to itself the bundler makes two dozen, found
 * one after the other, and asking for each costs the merchant more than the dashboard gains by sharing them. The
 * engine is another, asked for when a stored glance is on the screen or none fits; what stands below the glance
 * is a third. The rules of the shown platform come with the engine.
 */
import type { InlineConfig } from 'vite';

/** With all that these modules import. */
const GLANCE =
  /\/src\/(ui\/(popup\/start-popup\.tsx|read-ports\.ts)|browser\/(extension|site-access|demo-clock)\.ts|platforms\/faces\.ts)$|preload-helper/;
/** And what the rules of every platform are made with. */
const ENGINE =
  /\/src\/(ui\/popup\/engine|platforms\/shared-rules\/\w+|core\/(scope|words|expr-build))\.ts$/;
/** What stands below the glance, loaded when that is painted. */
const WHOLE = /\/src\/ui\/popup\/whole\.ts$/;

export function bundleGlance(config: InlineConfig): void {
  config.build ??= {};
  config.build.rolldownOptions ??= {};
  config.build.rolldownOptions.output = {
    ...config.build.rolldownOptions.output,
    codeSplitting: {
      groups: [
        { name: 'glance', test: GLANCE, priority: 3 },
        { name: 'engine', test: ENGINE, priority: 2 },
        { name: 'whole', test: WHOLE, priority: 1 },
      ],
    },
  };
}
