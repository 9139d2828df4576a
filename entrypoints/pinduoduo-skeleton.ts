import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageSkeleton } from '../src/capture/page-skeleton';
import { pinduoduoLabels } from '../src/platforms/pinduoduo/pages/known-labels';

// Its value is what the dashboard gets back.
export default defineUnlistedScript(() =>
  pageSkeleton(document, new URL(location.href), pinduoduoLabels),
);
