/**
 * Column titles of the review and chat pages. Their addresses are public, their titles are not: these are the
 * rule's own words (店铺评分: 描述相符, 服务态度, 物流服务; 规则 20009524: 3分钟人工响应率 counts turns).
 */
import type { ColumnRole } from '../../../capture/grid';
import type { ChatRole } from '../../shared-pages/chat-stats';
import type { ReviewRole } from '../../shared-pages/review-list';

const PERSON = /内容|买家|用户|回复|备注|昵称/;

export const REVIEW_COLUMNS: readonly ColumnRole<ReviewRole>[] = [
  { role: 'order', words: ['订单编号', '订单号', '订单信息', '订单'], not: PERSON },
  { role: 'id', words: ['评价编号', '评价ID'] },
  { role: 'stars', words: ['描述相符', '宝贝与描述相符', '商品评分'], not: /服务|物流|内容/ },
  { role: 'service', words: ['服务态度', '卖家的服务态度', '服务评分'] },
  { role: 'logistics', words: ['物流服务', '物流服务的质量', '物流评分'] },
  { role: 'created', words: ['评价时间', '评论时间'] },
];
export const REVIEW_LABELS = {
  stars: ['描述相符', '宝贝与描述相符'],
  service: ['服务态度', '卖家的服务态度'],
  logistics: ['物流服务', '物流服务的质量'],
  created: ['评价时间'],
};

export const CHAT_COLUMNS: readonly ColumnRole<ChatRole>[] = [
  { role: 'sessions', words: ['接待人数', '咨询人数', '接待会话量'], not: /率/ },
  {
    role: 'answered',
    words: ['3分钟人工响应轮次', '3分钟内人工响应轮次', '3分钟内响应轮次', '3分钟响应轮次'],
    not: /率|未/,
  },
  { role: 'unanswered', words: ['3分钟未响应轮次', '3分钟内未响应轮次'], not: /率/ },
  {
    role: 'rounds',
    words: ['咨询轮次', '对话轮次', '会话轮次', '人工轮次', '总轮次'],
    not: /率|响应/,
  },
  { role: 'rated', words: ['评价总数', '收到评价数', '有效评价数', '评价会话数'], not: /率/ },
  { role: 'unsatisfied', words: ['不满意评价数', '不满意会话数', '不满意数'], not: /率/ },
];
