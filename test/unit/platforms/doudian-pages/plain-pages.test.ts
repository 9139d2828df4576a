// @vitest-environment happy-dom
/** Pages nobody has published, and score pages of before: what must not be believed. */
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../src/capture/leaves';
import type { ChatDayRecord, ScoreSnapshot } from '../../../../src/core/entities';
import { doudianPages } from '../../../../src/platforms/doudian/pages';
import { doudianMore } from '../../../../src/platforms/doudian/pages/more';
import { SCORE_LABELS_2026_09 } from '../../../../src/platforms/doudian/pages/score-labels';
import { OLDER_SCORE_LABELS } from '../../../../src/platforms/doudian/pages/score-labels-older';
import { scorePagesReader } from '../../../../src/platforms/doudian/pages/score-older';
import { findParcels } from '../../../../src/platforms/shared-pages/parcels';
import type { PageReader } from '../../../../src/platforms/types';

const NOW = Date.UTC(2026, 8, 22, 4);
const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

function readWith(reader: PageReader, address: string, body: string) {
  const html = `<header><div class="headerShopName">店</div></header><main>${body}</main>`;
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const page = { doc, topDoc: doc, url: new URL(address), nowMs: NOW };
  const root = reader.findRoot(page);
  if (!root) throw new Error('no root');
  return reader.read(page, root);
}

describe('older score labels', () => {
  const all = [SCORE_LABELS_2026_09, ...OLDER_SCORE_LABELS];

  it('no version takes another version’s page for its own', () => {
    for (const one of all) {
      const own = one.entries.flatMap(({ labels }) => labels);
      expect(one.must.length).toBe(2);
      expect(one.mustNot.filter((label) => own.includes(label))).toEqual([]);
      for (const other of all) {
        if (other === one) continue;
        const has = new Set(other.entries.map(({ id }) => id));
        const foreign = other.entries.some(({ labels }) =>
          labels.some((label) => one.mustNot.includes(label)),
        );
        expect(foreign || one.must.some((id) => !has.has(id))).toBe(true);
      }
    }
  });

  const ROWS: [string, string, string?][] = [
    ['我的体验分', '93分'],
    ['商品体验', '97分'],
    ['物流体验', '91分'],
    ['服务体验', '95分'],
    ['商品综合评分', '4.87分'],
    ['商品品质退货率', '0.1%'],
    ['运单配送时效达成率', '95%'],
    ['发货物流品退率', '0.02%'],
    ['飞鸽平均响应时长', '13秒'],
    ['售后处理时长达成率', '95.5%'],
  ];
  const cards = (...more: [string, string, string?][]): ScoreSnapshot | undefined => {
    const body = [...ROWS, ...more]
      .map(([label, value, rest = '']) => `<div><p>${label}</p><p>${value}</p>${rest}</div>`)
      .join('');
    const address = 'https://fxg.jinritemai.com/ffa/eco/experience-score';
    return readWith(scorePagesReader, address, body).records[0] as ScoreSnapshot | undefined;
  };

  it('chooses by the label that differs', () => {
    expect(cards(['揽收时效达成率', '99%'])?.packId).toBe('doudian-2025');
    expect(cards(['揽收时长平均得分', '88分'])?.packId).toBe('doudian-2026-04');
  });

  it('a page with labels of two versions belongs to none', () => {
    const mixed = cards(['揽收时效达成率', '99%'], ['揽收时长平均得分', '88分']);
    expect(mixed?.packId).toBeUndefined();
  });

  it('points are not the value, and two different points are none', () => {
    const one = (rest: string) =>
      cards(['揽收时效达成率', '99%', rest])?.indicators['pickup-on-time-rate'];
    expect(one('<p>得分 90分</p><p>权重 15%</p>')).toEqual({
      text: '99%',
      value: 0.99,
      points: 90,
      weight: 0.15,
    });
    expect(one('<p>得分</p><p>90</p>')?.points).toBe(90);
    expect(one('<p>得分 90分</p><p>得分 80分</p>')).toEqual({ text: '99%', value: 0.99 });
    expect(one('<p>得分 190分</p>')).toEqual({ text: '99%', value: 0.99 });
    expect(one('<p>≥98% 可得100分</p>')).toEqual({
      text: '99%',
      value: 0.99,
      tiers: [{ points: 100, value: 0.98 }],
    });
  });

  it('in a table, only the column of that name is the value', () => {
    const row = (title: string) => {
      const body = `${ROWS.map(([l, v]) => `<div><p>${l}</p><p>${v}</p></div>`).join('')}
        <table><tr><th>指标</th><th>权重</th><th>${title}</th></tr><tr><td>揽收时效达成率</td><td>15%</td><td>99%</td></tr></table>`;
      const address = 'https://fxg.jinritemai.com/ffa/eco/experience-score';
      const [snapshot] = readWith(scorePagesReader, address, body).records as ScoreSnapshot[];
      return snapshot?.indicators['pickup-on-time-rate']?.value;
    };
    expect(row('店铺表现')).toBe(0.99);
    expect(row('行业优秀值')).toBeUndefined();
  });
});

describe('parcels', () => {
  const find = (inner: string) => {
    const doc = new DOMParser().parseFromString(`<main>${inner}</main>`, 'text/html');
    const root = doc.querySelector('main') as Element;
    return findParcels(root, cellText(root), NOW);
  };
  const item = (date: string, ...texts: string[]): string =>
    `<li class="x-timeline-item"><i class="date">${date}</i>${texts.map((text) => `<p>${text}</p>`).join('')}</li>`;
  const NUMBER = '<p>运单号：JT2000000000001</p>';
  const parcel = (inner: string) => find(NUMBER + inner)[0]?.parcel;

  it.each([
    ['派送中，请准备签收'],
    ['待揽收'],
    ['待签收'],
    ['拒签'],
    ['签收失败'],
    ['快递员已揽收，电话13911112222'],
    ['预计明天签收'],
  ])('%s is no event', (text) => {
    expect(parcel(item('09-20 10:00:00', text))).toEqual({ parcelId: 'JT2000000000001' });
  });

  it('the first scan of a kind counts', () => {
    const { signedMs, pickedUpMs } =
      parcel(
        item('09-21 10:00', '已签收') +
          item('09-20 18:00', '已签收') +
          item('09-19 9:00', '已揽件'),
      ) ?? {};
    expect([pickedUpMs, signedMs]).toEqual([
      beijing('2026-09-19 09:00:00'),
      beijing('2026-09-20 18:00:00'),
    ]);
  });

  it('a signing before the pickup, or in the future, is not believed', () => {
    const odd = item('09-18 10:00', '已签收') + item('09-19 09:00', '已揽收');
    expect(parcel(odd)).toEqual({ parcelId: 'JT2000000000001' });
    expect(parcel(item('2026-09-23 10:00', '已签收'))).toEqual({ parcelId: 'JT2000000000001' });
  });

  it('a phone number is no tracking number, a timeline beside two parcels is nobody’s', () => {
    expect(find('<p>运单号：13800138000</p>')).toEqual([]);
    const two = `<p>发货物流单号：JT2000000000001</p><p>退货物流单号：SF2000000000002</p>${item('09-20 10:00', '已签收')}`;
    expect(find(two)).toEqual([
      { isReturn: false, parcel: { parcelId: 'JT2000000000001' } },
      { isReturn: true, parcel: { parcelId: 'SF2000000000002' } },
    ]);
  });
});

const chatStatsReader = doudianMore(doudianPages.readers).find(
  ({ kind }) => kind === 'chat-stats',
) as PageReader;

describe('chat statistics', () => {
  const read = (rows: string, total: string, day = '2026-09-21') => {
    const body = `<div class="x-picker"><input value="${day}"><input value="${day}"></div>
      <table><thead><tr><th>客服账号</th><th>接待会话量</th><th>有效评价数</th></tr></thead><tbody>${rows}</tbody></table>
      <ul class="x-pagination"><li>${total}</li></ul>`;
    const address = 'https://im.jinritemai.com/pc_seller_v2/main/data/customerService/index';
    const { records, health } = readWith(chatStatsReader, address, body);
    return [records[0] as ChatDayRecord | undefined, health.problems] as const;
  };
  const A = '<tr><td>小李</td><td>10</td><td>2</td></tr>';
  const B = '<tr><td>小张</td><td>30</td><td>4</td></tr>';

  it('sums every agent, or takes the total row', () => {
    expect(read(A + B, '共 2 条')[0]).toMatchObject({ sessions: 40, ratedSessions: 6 });
    const sum = '<tr><td>合计</td><td>95</td><td>9</td></tr>';
    expect(read(sum + A, '共 12 条')[0]).toMatchObject({ sessions: 95, ratedSessions: 9 });
  });

  it('some agents, an unknown number of agents, or an unfinished day are no day', () => {
    expect(read(A + B, '共 12 条')).toEqual([undefined, ['fewer-rows']]);
    expect(read(A + B, '')).toEqual([undefined, ['fewer-rows']]);
    expect(read(A + B, '共 2 条', '2026-09-22')).toEqual([undefined, ['day-unfinished']]);
    expect(read(A + B, '共 2 条', '')).toEqual([undefined, ['day-unknown']]);
  });

  it.each(['共 2 条', '共 3 条'])('a mean beside the agents is none (%s)', (total) => {
    for (const name of ['均值', '同行均值', '人均接待']) {
      const mean = `<tr><td>${name}</td><td>20</td><td>3</td></tr>`;
      const [record, problems] = read(mean + A + B, total);
      expect(record).toMatchObject({ sessions: 40, ratedSessions: 6 });
      expect(problems).toEqual([]);
    }
  });

  it('one cell that does not parse takes its column with it, and is told', () => {
    const odd = '<tr><td>小王</td><td>1.2万</td><td>4</td></tr>';
    const [record, problems] = read(A + odd, '共 2 条');
    expect(problems).toEqual(['fields-missing']);
    expect(record?.sessions).toBeUndefined();
    expect(record?.ratedSessions).toBe(6);
  });
});
