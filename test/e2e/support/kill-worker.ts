import type { World } from './world';

/** Ends the service worker as the browser may at any time. */
export async function killWorker(one: World): Promise<void> {
  const session = await one.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser session');
  const { targetInfos } = await session.send('Target.getTargets');
  for (const target of targetInfos) {
    if (target.type === 'service_worker' && target.url.includes(one.extensionId)) {
      await session.send('Target.closeTarget', { targetId: target.targetId });
    }
  }
  await session.detach();
}
