/** Texts of desktop notifications: a catalogue of its own, so that the worker carries no other. zh-CN first. */
import type { Alert } from '../core/alerts';
import type { PageKind } from '../core/entities';
import { formatMinute } from '../core/time';
import { enCounts, type ToolbarText, zhCounts } from './toolbar-text';

/** One line under the shop's name. */
export type AlertText = (alert: Alert, pageName: ToolbarText['pageName']) => string;

/** "11-22 09:40", Beijing time. */
const moment = (ms = 0): string => formatMinute(ms).slice(5);
const points = (value = 0): string => String(Math.round(value * 100) / 100);

const countsOf = ({ count = 0, orders = 0 }: Alert) => ({ orders, tickets: count - orders });

const zh: AlertText = (alert, pageName) => {
  const { value, line, label = '' } = alert;
  switch (alert.kind) {
    case 'duties':
      return `${zhCounts(countsOf(alert))}快到平台时限，最早 ${moment(alert.dueMs)}，现在处理还来得及`;
    case 'score-line':
      return alert.side === 'below'
        ? `体验分 ${points(value)}，低于你设的 ${points(line)} 分`
        : `体验分 ${points(value)}，回到你设的 ${points(line)} 分以上`;
    case 'indicator-line':
      return alert.side === 'above'
        ? `${label}失分 ${points(value)}，超过你设的 ${points(line)} 分`
        : `${label}失分 ${points(value)}，降到你设的 ${points(line)} 分以下`;
    case 'rule-change':
      return '平台换了新规则算分，和以前的分不能直接比，点开看变化';
    case 'reader-broken':
      return `${pageName(alert.page as PageKind)}读不懂了，没有保存新数据，点开看原因`;
    case 'score-out':
      return '今天的体验分应该已经更新，打开体验分页看一眼';
  }
};

const en: AlertText = (alert, pageName) => {
  const { value, line, label = '' } = alert;
  switch (alert.kind) {
    case 'duties':
      return `${enCounts(countsOf(alert))} ${alert.count === 1 ? 'is' : 'are'} near the platform's limit, the first ${moment(alert.dueMs)} Beijing time; there is still time`;
    case 'score-line':
      return alert.side === 'below'
        ? `Score ${points(value)}: below your line of ${points(line)}`
        : `Score ${points(value)}: back above your line of ${points(line)}`;
    case 'indicator-line':
      return alert.side === 'above'
        ? `${label} costs ${points(value)} points, more than your line of ${points(line)}`
        : `${label} costs ${points(value)} points, below your line of ${points(line)} again`;
    case 'rule-change':
      return 'The platform scores by a new rule; old scores do not compare. Open for the change';
    case 'reader-broken':
      return `The ${pageName(alert.page as PageKind)} can no longer be read, nothing new is stored; open for the reason`;
    case 'score-out':
      return "Today's score should be out: open the score page once";
  }
};

/** English only when the setting says so. */
export function alertText(locale: unknown): AlertText {
  return locale === 'en' ? en : zh;
}
