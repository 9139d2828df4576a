/** Whose shop the page belongs to: read from the top bar, in the same pass as the rows. */
import { firstAlternative } from '../../../capture/alternatives';
import { textLeaves } from '../../../capture/leaves';
import { isNone, isReadable } from '../../../capture/text';
import type { ShopRef } from '../../../core/entities';
import type { PageContext } from '../../types';

/** Elements that mark the top bar; the content to read lies below their common ancestor. */
export const SHOP_HOOKS = '[class*="headerShopName"], [class*="index_userName"]';

const LABELLED = /^(?:当前店铺|店铺名称|店铺名)[: ]+(.+)$/;

/** The shop and the alternative that named it; undefined when none or two names are shown. */
export function findShopRef(page: PageContext): { id: string; value: ShopRef } | undefined {
  const doc = page.topDoc;
  const found = firstAlternative<string>([
    {
      id: 'header-shop-name',
      since: '2022',
      why: 'class stem seen by independent readers from 2022 to 2026-09',
      find: () => theName(doc, '[class*="headerShopName"]'),
    },
    {
      id: 'user-name-stem',
      since: '2023',
      why: 'the 2023 top bar named the shop here',
      find: () => theName(doc, '[class*="index_userName"]'),
    },
    {
      id: 'shop-name-stem',
      since: '2026',
      why: 'a renamed stem would still say shopName; only inside the header, where it can mean no other shop',
      find: () => theName(doc, 'header [class*="shopName" i], header [class*="shop-name" i]'),
    },
    {
      id: 'label',
      since: '2026',
      why: 'label text in the header or account menu',
      find: () => labelled(doc),
    },
  ]);
  if (!found) return undefined;
  const name = found.value;
  return { id: found.id, value: { platform: 'doudian', shopId: name, name } };
}

/** The one name under the selector: the first text, as a level or score may be printed beside it. */
function theName(doc: Document, selector: string): string | undefined {
  const names = new Set<string>();
  for (const el of doc.querySelectorAll(selector)) {
    const text = textLeaves(el)[0]?.text;
    if (text && isName(text)) names.add(text);
  }
  return names.size === 1 ? [...names][0] : undefined;
}

function labelled(doc: Document): string | undefined {
  for (const header of doc.querySelectorAll('header, [class*="account"]')) {
    for (const { text } of textLeaves(header)) {
      const name = LABELLED.exec(text)?.[1];
      if (name && isName(name)) return name;
    }
  }
  return undefined;
}

function isName(text: string): boolean {
  return text.length <= 60 && isReadable(text) && !isNone(text) && !/\*{2}|加载中|登录/.test(text);
}
