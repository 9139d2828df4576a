/** The readers and what a page case asks of them, for a script inside a real browser's page. */
export { contextIn, readIn } from './case-reading';
