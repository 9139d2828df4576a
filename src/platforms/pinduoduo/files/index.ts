import type { FileKind } from '../../../files/file-kind';
import { pinduoduoAftersaleExport } from './aftersale-export';
import { pinduoduoOrderExport } from './order-export';

/** Export files of this platform that can be imported. */
export const pinduoduoFileKinds: FileKind[] = [pinduoduoOrderExport, pinduoduoAftersaleExport];
