/** Whose shop the page belongs to: read from the top bar, in the same pass as the rows. */
import { firstAlternative } from '../../../capture/alternatives';
import { cellText } from '../../../capture/leaves';
import { isNone, isReadable } from '../../../capture/text';
import type { ShopRef } from '../../../core/entities';
import type { PageContext } from '../../types';

/** Elements that mark the top bar; the content to read lies below their common ancestor. */
export const SHOP_HOOKS = '[class*="headerShopName"], [class*="index_userName"]';

/** The shop and the alternative that named it; undefined when none or two names are shown. */
export function findShopRef({ topDoc }: PageContext): { id: string; value: ShopRef } | undefined {
  /** The one name under the selector: the first text, as a level or score may be printed beside it. */
  const under = (selector: string) => (): string | undefined => {
    const texts = [...topDoc.querySelectorAll(selector)].map((el) => cellText(el).leaves[0] ?? '');
    const names = new Set(texts.filter(isName));
    return names.size === 1 ? [...names][0] : undefined;
  };
  const found = firstAlternative([
    // 2022 … 2026-09: class stem seen by independent readers.
    ['header-shop-name', under('[class*="headerShopName"]')],
    // 2023: the top bar named the shop here.
    ['user-name-stem', under('[class*="index_userName"]')],
    // A renamed stem would still say shopName; only inside the header, where it can mean no other shop.
    ['shop-name-stem', under('header [class*="shopName" i], header [class*="shop-name" i]')],
    // Label text in the header or account menu.
    ['label', () => labelled(topDoc)],
  ]);
  return (
    found && {
      id: found.id,
      value: { platform: 'doudian', shopId: found.value, name: found.value },
    }
  );
}

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
