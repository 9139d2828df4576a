import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { taobaoMore } from '../src/platforms/taobao/pages/more';

export default defineUnlistedScript(() => handOver(taobaoMore));
