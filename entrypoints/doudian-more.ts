import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../src/content/more-readers';
import { doudianMore } from '../src/platforms/doudian/pages/more';

export default defineUnlistedScript(() => handOver(doudianMore));
