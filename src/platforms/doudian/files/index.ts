import type { FileKind } from '../../../files/file-kind';
import { doudianAftersaleExport } from './aftersale-export';
import { doudianOrderExport } from './order-export';

/** Export files of this platform that can be imported. */
export const doudianFileKinds: FileKind[] = [doudianOrderExport, doudianAftersaleExport];
