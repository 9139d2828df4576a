/** Texts of the toolbar button: a catalogue of its own, so that the worker carries no other. zh-CN first. */
import type { DutyCounts } from '../core/duties';
import type { PageKind } from '../core/entities';
import { formatMinute } from '../core/time';

export interface ToolbarText {
  duties(shop: string, counts: DutyCounts, soonestMs: number): string;
  calm(shop: string): string;
  idle: string;
  broken(kind: PageKind): string;
  pageName(kind: PageKind): string;
  diskFull: string;
  trouble: string;
}

/** "11-22 09:40", Beijing time. */
const moment = (ms: number): string => formatMinute(ms).slice(5);

/** "3 单待发货、2 个售后单", also in notifications. */
export const zhCounts = ({ orders, tickets }: DutyCounts): string =>
  [orders && `${orders} 单待发货`, tickets && `${tickets} 个售后单`].filter(Boolean).join('、');

export const enCounts = ({ orders, tickets }: DutyCounts): string => {
  const count = (n: number, one: string, many: string) => n && `${n} ${n === 1 ? one : many}`;
  return [
    count(orders, 'order to ship', 'orders to ship'),
    count(tickets, 'after-sale ticket', 'after-sale tickets'),
  ]
    .filter(Boolean)
    .join(' and ');
};

const zhKinds: Record<PageKind, string> = {
  'order-list': '订单列表',
  'aftersale-list': '售后列表',
  score: '体验分页',
  'order-detail': '订单详情',
  'aftersale-detail': '售后详情',
  'parcel-list': '包裹列表',
  'review-list': '评价列表',
  'chat-stats': '客服数据',
};

const zh: ToolbarText = {
  duties: (shop, counts, soonestMs) =>
    `${shop}：${zhCounts(counts)}还来得及处理，最早 ${moment(soonestMs)} 到期（只算 24 小时内看到过的；发货算 12 小时内到期的）`,
  calm: (shop) => `${shop}：24 小时内看到的订单和售后单里，没有即将到期的`,
  idle: '体验分透镜：打开商家后台的订单、售后或体验分页面即可开始',
  broken: (kind) => `体验分透镜：这个${zhKinds[kind]}读不懂，没有保存任何数据，点开看原因`,
  pageName: (kind) => zhKinds[kind],
  diskFull: '体验分透镜：磁盘空间不足，已停止保存；之前的数据都在',
  trouble: '体验分透镜：打不开本机数据，新看到的还没有保存；点开看原因',
};

const enKinds: Record<PageKind, string> = {
  'order-list': 'order list',
  'aftersale-list': 'after-sale list',
  score: 'score page',
  'order-detail': 'order page',
  'aftersale-detail': 'after-sale page',
  'parcel-list': 'parcel list',
  'review-list': 'review list',
  'chat-stats': 'chat statistics',
};

const en: ToolbarText = {
  duties: (shop, counts, soonestMs) =>
    `${shop}: ${enCounts(counts)} can still be handled in time, the first is due ${moment(soonestMs)} Beijing time (seen within 24 h; orders due within 12 h)`,
  calm: (shop) => `${shop}: no order or after-sale ticket seen within 24 h is about to expire`,
  idle: 'ScoreLens: open the orders, after-sales or score page of your back-end to begin',
  broken: (kind) =>
    `ScoreLens: this ${enKinds[kind]} cannot be read, nothing was stored; open for the reason`,
  pageName: (kind) => enKinds[kind],
  diskFull: 'ScoreLens: the disk is full, storing has stopped; what was stored is intact',
  trouble:
    'ScoreLens: the stored data cannot be opened, nothing new is stored; open for the reason',
};

/** English only when the setting says so, as in the popup: the merchants read Chinese. */
export function toolbarText(locale: unknown): ToolbarText {
  return locale === 'en' ? en : zh;
}
