// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { shopFinder } from '../../../src/platforms/shared-pages/shop';

const find = shopFinder('here', [['name', '.shopName']]);
const nameIn = (html: string): string | undefined => {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  return find({ doc, topDoc: doc, url: new URL('https://x.test/'), nowMs: 0 })?.value.shopId;
};

it.each([
  ['<p class="shopName"><i>旗舰</i><b>阿花的店</b></p>', '阿花的店'],
  ['<p class="shopName"><i>天猫旗舰店</i><b>阿花官方旗舰店</b></p>', '阿花官方旗舰店'],
  ['<p class="shopName"><b>阿花的店</b><i>Lv5</i></p>', '阿花的店'],
  ['<p class="shopName"><i>当前店铺:</i><b>阿花·的店【官方】🌸</b></p>', '阿花·的店【官方】🌸'],
  // A closed menu names the shops one could switch to.
  ['<p class="shopName">A店</p><div hidden><p class="shopName">B店</p></div>', 'A店'],
  ['<p class="shopName">A店</p><p class="shopName">B店</p>', undefined],
  // Nobody's name: an account's phone number, a kind of shop alone.
  ['<p class="shopName">13800000000</p>', undefined],
  ['<p class="shopName">旗舰店</p>', undefined],
])('%s', (html, name) => {
  expect(nameIn(html)).toBe(name);
});
