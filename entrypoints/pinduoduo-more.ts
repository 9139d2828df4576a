import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { pinduoduoMore } from '../src/platforms/pinduoduo/pages/more';

export default defineUnlistedScript(() => handOver(pinduoduoMore));
