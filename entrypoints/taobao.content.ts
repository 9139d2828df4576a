import { defineContentScript } from 'wxt/utils/define-content-script';
import { runContent } from '../src/content/run';
import { taobaoHosts } from '../src/platforms/taobao/hosts';
import { taobaoPages } from '../src/platforms/taobao/pages';

export default defineContentScript({
  matches: taobaoHosts,
  // Pages of the workbench may live in frames of it.
  allFrames: true,
  runAt: 'document_idle',
  main: () => runContent(taobaoPages),
});
