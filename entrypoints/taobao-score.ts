import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { taobaoScore } from '../src/platforms/taobao/pages/score-pages';

export default defineUnlistedScript(() => handOver(taobaoScore));
