import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageSkeleton } from '../src/capture/page-skeleton';
import { taobaoLabels } from '../src/platforms/taobao/pages/known-labels';

// Its value is what the dashboard gets back.
export default defineUnlistedScript(() =>
  pageSkeleton(document, new URL(location.href), taobaoLabels),
);
