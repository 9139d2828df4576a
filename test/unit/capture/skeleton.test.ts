// @vitest-environment happy-dom
/** Nothing of a page's values survives in its skeleton: no digit run, no name, phone or address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressShape, skeletonOf } from '../../../src/capture/skeleton';
import { blankText } from '../../../src/capture/skeleton-text';
import { doudianLabels } from '../../../src/platforms/doudian/pages/known-labels';
import { pinduoduoLabels } from '../../../src/platforms/pinduoduo/pages/known-labels';
import { platforms } from '../../../src/platforms/registry';
import { taobaoLabels } from '../../../src/platforms/taobao/pages/known-labels';
import { contextOf, listCases, loadCase } from '../../pages/case';
import { damage, damages } from '../platforms/mutate';

/** Platforms that can show a skeleton, with the labels it keeps. */
const LABELS: Record<string, readonly string[]> = {
  doudian: doudianLabels,
  taobao: taobaoLabels,
  pinduoduo: pinduoduoLabels,
};
const withoutLabels = (text: string, labels: readonly string[]): string =>
  labels
    .filter((label) => /\d/.test(label))
    .reduce((all, label) => all.replaceAll(label, ''), text);

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const skeleton = (html: string): string => skeletonOf(parse(html).documentElement, doudianLabels);

it('every platform with a skeleton is looked at', () => {
  const able = platforms.filter(({ skeletonFile }) => skeletonFile).map(({ id }) => id);
  expect(Object.keys(LABELS)).toEqual(able);
});

describe('what stays', () => {
  it('structure, names, states and known labels; values become shapes', () => {
    const text =
      skeleton(`<table class="auxo-table"><tr class="auxo-table-row auxo-table-row-level-0 index_row__3y09K"
      data-row-key="6917301234567890011" data-kora-json='{"order_id":6917301234567890011}'>
      <td colspan="8"><span>订单编号&nbsp;6917301234567890011</span><span>下单时间&nbsp;2026/05/18 10:00:00</span>
      <a role="button" href="/x?order_id=1">详情</a><b aria-selected="true">张三</b></td></tr></table>`);
    expect(text).toContain(
      '<tr class="auxo-table-row auxo-table-row-level-0 index_row__#y##K" data-row-key="###################" data-kora-json="…:###################…">',
    );
    expect(text).toContain('<td colspan="8">');
    expect(text).toContain('订单编号 ###################');
    expect(text).toContain('下单时间 ####/##/## ##:##:##');
    expect(text).toContain('<a role="button">');
    expect(text).toContain('<b aria-selected="true">');
    expect(text).not.toMatch(/详情|张三|href/);
  });

  it('of many equal rows one, of many others the first and the last', () => {
    const rows = (cell: (at: number) => string): string =>
      `<table><tbody>${Array.from({ length: 100 }, (_, at) => `<tr>${cell(at)}</tr>`).join('')}</tbody></table>`;
    expect(skeleton(rows(() => '<td>12</td>')).match(/<tr>/g)).toHaveLength(1);
    const cells = (at: number): string => `<td>${'1'.repeat((at % 15) + 1)}</td>`;
    expect(skeleton(rows(cells)).match(/<tr>/g)).toHaveLength(11);
  });

  it('an address without its values', () => {
    const shape = (url: string) => addressShape(new URL(url, 'https://fxg.jinritemai.com'));
    expect(shape('/ffa/maftersale/aftersale/detail-v3?aftersale_id=7150000000000000202')).toBe(
      '/ffa/maftersale/aftersale/detail-v3?aftersale_id=…',
    );
    expect(shape('/u/13800138000/%E5%BC%A0%E4%B8%89')).toBe('/u/…/…');
  });
});

/** Two digits in a row or more: one digit alone (`level-0`) tells nothing and names hooks. */
const DIGITS = /\p{Nd}{2,}/u;
const han = fc.stringMatching(/^[\u4e00-\u9fa5]{2,4}$/);
const isLabel = (secret: string): boolean => doudianLabels.some((label) => label.includes(secret));
const secret = fc
  .oneof(
    han,
    han.map((name) => `${name}省${name}市望京街道8号楼`),
    fc.stringMatching(/^1[3-9]\d{9}$/),
    fc.stringMatching(/^1[3-9]\d \d{4} \d{4}$/),
    fc.stringMatching(/^[０-９]{2,19}$/),
    fc.stringMatching(/^[1-9]\d{1,18}$/),
    fc.stringMatching(/^[a-z]{3,9}\d{2,6}@[a-z]{3,6}\.com$/),
    fc.base64String({ minLength: 24, maxLength: 60 }).map((text) => `${text}=`),
    fc.stringMatching(/^##[A-Za-z+]{6,12}\$\$$/),
  )
  .filter((text) => !isLabel(text));

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Every place of a page that could hold a value. */
const PLACES: ((text: string) => string)[] = [
  (text) => `<p>${escape(text)}</p>`,
  (text) => `<p>订单编号${escape(text)}下单时间</p>`,
  (text) => `<p>收件人：<b>${escape(text)}</b></p>`,
  (text) => `<!-- ${escape(text)} --><i>1</i>`,
  (text) => `<script>var a = ${JSON.stringify(text).replaceAll('<', '')}</script>`,
  (text) => `<style>.a::after { content: "${escape(text)}" }</style>`,
  (text) => `<template><p>${escape(text)}</p></template>`,
  (text) => `<textarea>${escape(text)}</textarea>`,
  (text) => `<select><option value="${escape(text)}">${escape(text)}</option></select>`,
  (text) => `<svg><title>${escape(text)}</title><text>${escape(text)}</text></svg>`,
  (text) => `<img src="data:image/png;base64,${escape(text)}" alt="${escape(text)}">`,
  (text) => `<a href="https://x.cn/u?q=${escape(encodeURIComponent(text))}">x</a>`,
  (text) => `<a href="https://x.cn/${escape(text)}" ping="${escape(text)}">x</a>`,
  (text) => `<i onclick="go('${escape(text)}')" style="background:url(${escape(text)})">x</i>`,
  (text) => `<i class="${escape(text)}" id="${escape(text)}">x</i>`,
  (text) => `<i class="cell-${escape(text)}-x" id="row_${escape(text)}">x</i>`,
  (text) => `<i data-row-key="${escape(text)}" data-clipboard-text="${escape(text)}">x</i>`,
  (text) => `<i data-kora-json='{"order_id":"${escape(text)}","buyer":"${escape(text)}"}'>x</i>`,
  (text) =>
    `<i role="${escape(text)}" aria-selected="${escape(text)}" colspan="${escape(text)}">x</i>`,
  (text) => `<input value="${escape(text)}" placeholder="${escape(text)}" type="${escape(text)}">`,
  (text) => `<i title="${escape(text)}" aria-label="${escape(text)}" name="${escape(text)}">x</i>`,
  (text) => `<iframe srcdoc="${escape(escape(text))}" src="/${escape(text)}"></iframe>`,
  (text) =>
    `<x-${escape(text.replace(/[^a-z0-9]/gi, ''))}>x</x-${escape(text.replace(/[^a-z0-9]/gi, ''))}>`,
  (text) => `<i data-${text.replace(/[^0-9\u4e00-\u9fa5]/g, '') || 'x'}="1">x</i>`,
];

describe('nothing survives', () => {
  it('of any value, in any place of a page', () => {
    const place = fc.constantFrom(...PLACES);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, secret), { minLength: 1, maxLength: 8 }), (parts) => {
        const html = parts.map(([put, text]) => put(text)).join('');
        const text = skeleton(
          `<html><head><title>${escape(parts[0]?.[1] ?? '')}</title></head><body>${html}</body></html>`,
        );
        expect(text).not.toMatch(DIGITS);
        for (const [, hidden] of parts) {
          if (!/^\d$/.test(hidden)) expect(text).not.toContain(hidden);
          expect(text).not.toContain(hidden.normalize('NFKC'));
        }
      }),
      { numRuns: Number(process.env.SCORELENS_FUZZ_RUNS ?? 150) },
    );
  });

  it.each(Object.entries(LABELS))(
    'of the page cases of %s, whole or damaged',
    (platform, labels) => {
      const names = listCases().filter((each) => each.startsWith(`${platform}/`));
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) {
        const page = loadCase(name);
        fc.assert(
          fc.property(damages, (list) => {
            const { doc } = contextOf(page, parse);
            damage(doc, list);
            const text = skeletonOf(doc.documentElement, labels);
            // 48小时揽收及时率 is a label.
            expect(withoutLabels(text, labels)).not.toMatch(DIGITS);
            for (const hidden of page.about.pii) expect(text).not.toContain(hidden);
          }),
          { numRuns: 2 },
        );
      }
    },
  );

  it('of any text at all: a shape has none of its characters but punctuation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(blankText(raw)).toMatch(/^[#… ¥:/.,%()+*-]*$/);
      }),
    );
  });
});
