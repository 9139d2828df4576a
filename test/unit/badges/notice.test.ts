// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { badgeText } from '../../../src/badges/catalogue';
import { drawNotice } from '../../../src/badges/notice';

const env = { doc: document, t: badgeText('zh-CN') };
const shown = (): string =>
  document.querySelector('scorelens-notice')?.shadowRoot?.textContent ?? '';

// There is no layout here: where the notice stands is tested in a browser (reading.test.ts).
document.elementsFromPoint = () => [];
beforeEach(() => drawNotice(undefined, env));

describe('the notice in the page', () => {
  it('says that nothing was stored, and goes when the page reads again', () => {
    drawNotice({ code: 'broken' }, env);
    expect(shown()).toContain('没有保存任何数据');
    drawNotice(undefined, env);
    expect(document.querySelector('scorelens-notice')).toBeNull();
  });

  it('is one at a time and follows what is true now', () => {
    drawNotice({ code: 'refused', count: 2 }, env);
    drawNotice({ code: 'refused', count: 3 }, env);
    expect(document.querySelectorAll('scorelens-notice')).toHaveLength(1);
    expect(shown()).toContain('3 单');
  });

  it('stays away once dismissed', () => {
    drawNotice({ code: 'disk-full' }, env);
    document.querySelector('scorelens-notice')?.shadowRoot?.querySelector('button')?.click();
    drawNotice({ code: 'disk-full' }, env);
    expect(document.querySelector('scorelens-notice')).toBeNull();
  });
});
