/**
 * The after-sale list under its older address too (2022 to 2026, beside the workbench). Of its markup only
 * the row class is public; what it shares with the workbench is read, anything else is reported.
 */
import type { PageReader } from '../../types';
import { aftersaleListReader } from './aftersale-list';

const OLDER = '/ffa/maftersale/aftersale/list';

export const aftersalePagesReader: PageReader = {
  ...aftersaleListReader,
  matches: (url) => aftersaleListReader.matches(url) || url.pathname.replace(/\/+$/, '') === OLDER,
};
