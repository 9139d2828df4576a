/** Whose shop the page belongs to: read from the top bar, in the same pass as the rows. */
import { firstAlternative } from '../../capture/alternatives';
import { cellText } from '../../capture/leaves';
import { isNone, isReadable } from '../../capture/text';
import type { PageContext } from '../types';
import type { Site } from './site';

/** Alternatives that name the shop, best first, each with its id; label text in a header is tried last. */
export const shopFinder =
  (
    platform: string,
    stems: readonly (readonly [id: string, selector: string])[],
  ): Site['findShop'] =>
  ({ topDoc }: PageContext) => {
    /** The one name under the selector: the first text, as a level or score may be printed beside it. */
    const under = (selector: string) => (): string | undefined => {
      const texts = [...topDoc.querySelectorAll(selector)].map(
        (el) => cellText(el).leaves[0] ?? '',
      );
      const names = new Set(texts.filter(isName));
      return names.size === 1 ? [...names][0] : undefined;
    };
    const found = firstAlternative([
      ...stems.map(([id, selector]) => [id, under(selector)] as const),
      // Label text in the header or account menu.
      ['label', () => labelled(topDoc)],
    ]);
    return found && { id: found.id, value: { platform, shopId: found.value, name: found.value } };
  };

function labelled(doc: Document): string | undefined {
  return [...doc.querySelectorAll('header, [class*="account"]')]
    .flatMap((bar) => cellText(bar).leaves)
    .map((text) => /^(?:当前店铺|店铺名称?)[: ]+(.+)$/.exec(text)?.[1] ?? '')
    .find(isName);
}

function isName(text: string): boolean {
  const isText = text !== '' && text.length <= 60 && isReadable(text) && !isNone(text);
  return isText && !/\*{2}|加载中|登录/.test(text);
}
