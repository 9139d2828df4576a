/** The popup as the toolbar opens it: its window is made from its content, which no tab shows. */
import type { World } from './world';

export interface PopupSize {
  width: number;
  height: number;
  /** What can be scrolled up and down, by tag and class. */
  scrolled: string[];
}

/** Opens the popup over the tab in front and measures it at rest. No tab may show its page meanwhile. */
export const measurePopup = async (world: Pick<World, 'context'>): Promise<PopupSize> =>
  JSON.parse(await askPopup(world, MEASURE)) as PopupSize;

/**
 * What an expression gives in the popup over the tab in front, once two looks agree and it is not empty;
 * then the popup is closed. No tab may show its page meanwhile.
 */
export async function askPopup(
  { context }: Pick<World, 'context'>,
  expression: string,
): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(() => chrome.action.openPopup());
  const browser = context.browser();
  if (!browser) throw new Error('a context without its browser');
  const session = await browser.newBrowserCDPSession();
  const targetId = await findPopup(session);
  try {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    let last = '';
    // Its window follows the content over a few frames: it is at rest when two looks agree.
    for (let look = 0; look < 40; look++) {
      const found = await evaluate(session, sessionId, expression);
      if (found === last && found !== '') return found;
      last = found;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`the popup never came to rest: ${last}`);
  } finally {
    await session.send('Target.closeTarget', { targetId });
    await session.detach();
  }
}

const MEASURE = `(() => {
  if (!document.querySelector('.popup')) return '';
  const canScroll = (each) => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowY);
  const scrolled = [...document.querySelectorAll('*')]
    .filter((each) => canScroll(each) && each.scrollHeight > each.clientHeight + 1)
    .map((each) => each.tagName.toLowerCase());
  return JSON.stringify({ width: innerWidth, height: innerHeight, scrolled });
})()`;

type Session = Awaited<
  ReturnType<NonNullable<ReturnType<World['context']['browser']>>['newBrowserCDPSession']>
>;

async function findPopup(session: Session): Promise<string> {
  for (let look = 0; look < 40; look++) {
    const { targetInfos } = await session.send('Target.getTargets');
    const found = targetInfos.find(({ url }) => url.endsWith('/popup.html'));
    if (found) return found.targetId;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('no popup was opened');
}

let nextId = 1;
async function evaluate(session: Session, sessionId: string, expression: string): Promise<string> {
  const id = nextId++;
  const answer = new Promise<string>((resolve) => {
    const listen = ({ message }: { message: string }) => {
      const parsed = JSON.parse(message);
      if (parsed.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      resolve(parsed.result?.result?.value ?? '');
    };
    session.on('Target.receivedMessageFromTarget', listen);
  });
  const call = { id, method: 'Runtime.evaluate', params: { expression, returnByValue: true } };
  await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(call) });
  return answer;
}
