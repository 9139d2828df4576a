import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { doudianLists } from '../src/platforms/doudian/pages/lists';

export default defineUnlistedScript(() => handOver(doudianLists));
