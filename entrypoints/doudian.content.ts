import { defineContentScript } from 'wxt/utils/define-content-script';
import { runContent } from '../src/content/run';
import { doudianHosts } from '../src/platforms/doudian/hosts';
import { doudianPages } from '../src/platforms/doudian/pages';

export default defineContentScript({
  matches: doudianHosts,
  // The after-sale list lives in a frame of the page.
  allFrames: true,
  runAt: 'document_idle',
  main: () => runContent(doudianPages),
});
