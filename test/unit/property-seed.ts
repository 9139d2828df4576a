/**
 * CI draws the same cases each time, so that a failure there is about the change; everywhere else each run
 * draws new ones, and what they find is repeated by the seed that they print.
 */
import fc from 'fast-check';

const CI_SEED = 20_261_123;

if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: CI_SEED });
