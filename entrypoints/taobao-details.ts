import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { taobaoDetails } from '../src/platforms/taobao/pages/detail-pages';

export default defineUnlistedScript(() => handOver(taobaoDetails));
