/**
 * Export files of every platform. Apart from the registry, so that only the import worker carries the
 * columns and the parsers. Adding a platform's files is a line here.
 */
import type { FileKind } from '../files/types';
import { doudianFileKinds } from './doudian/files';

export const fileKinds: FileKind[] = [...doudianFileKinds];
