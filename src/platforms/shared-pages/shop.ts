/** Whose shop the page belongs to: read from the top bar, in the same pass as the rows. */
import { firstAlternative } from '../../capture/alternatives';
import { HIDDEN } from '../../capture/hidden';
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
      // A closed menu of shops names those one could switch to.
      const texts = [...topDoc.querySelectorAll(selector)]
        .filter((el) => !el.closest(HIDDEN))
        .map((el) => cellText(el).leaves.find((text) => !SHOP_KIND.test(text)) ?? '');
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

/** Printed before or after a name: it would make one shop of all that are of its kind. */
const SHOP_KIND =
  /^(?:官方|品牌|企业|个体|个人|普通|旗舰|专卖|专营|天猫|淘宝|直营|授权|自营|认证|官旗|主店|子店|当前|(?:Lv|V) ?\d+){1,3}店?铺?(?:名称?)?:?$/i;

function labelled(doc: Document): string | undefined {
  return [...doc.querySelectorAll('header, [class*="account"]')]
    .flatMap((bar) => cellText(bar).leaves)
    .map((text) => /^(?:当前店铺|店铺名称?)[: ]+(.+)$/.exec(text)?.[1] ?? '')
    .find(isName);
}

function isName(text: string): boolean {
  const isText = text !== '' && text.length <= 60 && isReadable(text) && !isNone(text);
  // A number is somebody's account, no name.
  return isText && !/\*{2}|加载中|登录|^1\d{10}$/.test(text);
}
