/** The skeleton of a whole page with its same-origin frames, ready to be sent to somebody. */
import { frameDocuments } from './page-state';
import { addressShape, skeletonOf } from './skeleton';

export function pageSkeleton(doc: Document, url: URL, known: readonly string[]): string {
  const frames = frameDocuments(doc).map(
    (inner) => `frame\n${skeletonOf(inner.documentElement, known)}`,
  );
  return [
    `${url.hostname}${addressShape(url)}`,
    skeletonOf(doc.documentElement, known),
    ...frames,
  ].join('\n\n');
}
