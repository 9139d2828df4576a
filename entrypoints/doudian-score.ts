import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { doudianScore } from '../src/platforms/doudian/pages/score-pages';

export default defineUnlistedScript(() => handOver(doudianScore));
