/// <reference types="vite/client" />
/**
 * Export files of every platform: what each folder's `files/index.ts` exports. Apart from the registry,
 * so that only the import worker carries the columns and the parsers.
 */
import type { FileKind } from '../files/file-kind';

const modules = import.meta.glob<Record<string, FileKind[]>>('./*/files/index.ts', { eager: true });

export const fileKinds: FileKind[] = Object.values(modules).flatMap((each) =>
  Object.values(each).flat(),
);
