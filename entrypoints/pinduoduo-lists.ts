import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { pinduoduoLists } from '../src/platforms/pinduoduo/pages/lists';

export default defineUnlistedScript(() => handOver(pinduoduoLists));
