// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { inFront } from '../../../src/capture/hidden';

const pick = (html: string): string[] => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return inFront([...body.querySelectorAll('table')]).map(({ id }) => id);
};

it.each([
  '<div hidden><table id="b"></table></div>',
  '<div style="display: none"><table id="b"></table></div>',
  '<div role="tabpanel" aria-hidden="true"><table id="b"></table></div>',
  '<div class="x-tabs-tabpane x-tabs-tabpane-hidden"><table id="b"></table></div>',
  '<div role="dialog"><table id="b"></table></div>',
  '<div class="auxo-drawer-open"><table id="b"></table></div>',
])('a list on the page goes before %s', (other) => {
  expect(pick(`${other}<table id="a"></table>`)).toEqual(['a']);
});

it('takes what stands in a dialog alone, and never what is hidden', () => {
  expect(pick('<div role="dialog"><table id="a"></table></div>')).toEqual(['a']);
  expect(
    pick('<div class="app-drawer"><table id="a"></table><table id="b"></table></div>'),
  ).toEqual(['a', 'b']);
  expect(pick('<div hidden><table id="a"></table></div>')).toEqual([]);
});
