import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { doudianRare } from '../src/platforms/doudian/pages/rare';

export default defineUnlistedScript(() => handOver(doudianRare));
