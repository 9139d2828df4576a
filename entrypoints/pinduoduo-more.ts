import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { pinduoduoRare } from '../src/platforms/pinduoduo/pages/rare';

export default defineUnlistedScript(() => handOver(pinduoduoRare));
