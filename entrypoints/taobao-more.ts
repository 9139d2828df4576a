import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { taobaoRare } from '../src/platforms/taobao/pages/rare';

export default defineUnlistedScript(() => handOver(taobaoRare));
