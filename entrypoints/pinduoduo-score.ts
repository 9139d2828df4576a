import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { pinduoduoScore } from '../src/platforms/pinduoduo/pages/score-pages';

export default defineUnlistedScript(() => handOver(pinduoduoScore));
