import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { taobaoLists } from '../src/platforms/taobao/pages/lists';

export default defineUnlistedScript(() => handOver(taobaoLists));
