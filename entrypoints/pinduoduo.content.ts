import { defineContentScript } from 'wxt/utils/define-content-script';
import { runContent } from '../src/content/run';
import { pinduoduoHosts } from '../src/platforms/pinduoduo/hosts';
import { pinduoduoPages } from '../src/platforms/pinduoduo/pages';

export default defineContentScript({
  matches: pinduoduoHosts,
  // Lists of a micro-frontend may live in a frame of the page.
  allFrames: true,
  runAt: 'document_idle',
  main: () => runContent(pinduoduoPages),
});
