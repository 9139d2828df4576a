/** 消费者服务体验分 and 店铺领航员: two score pages of one shop, read by their labels. */
import { scoreReader } from '../../shared-pages/score';
import type { ScoreLabels } from '../../shared-pages/score-labels';
import { NAVIGATOR_LABELS, SERVICE_LABELS } from './score-labels';
import { pinduoduoSite } from './shop';

const PAGES: Readonly<Record<string, ScoreLabels>> = {
  '/sycm/goods_quality/help': SERVICE_LABELS,
  '/sycm/goods_quality/pilot_mall': NAVIGATOR_LABELS,
};

export const scorePagesReader = scoreReader(pinduoduoSite, {
  labelsAt: ({ hostname, pathname }) =>
    hostname === pinduoduoSite.host ? PAGES[pathname.replace(/\/+$/, '')] : undefined,
  states: {
    'no-permission': /(?:暂?无|没有)(?:访问|查看|该页面)?权限/,
    'no-score':
      /暂无(?:消费者)?(?:服务)?体验分|暂无星级|暂无评分|(?:订单|评价|数据)(?:数|数量|量)?不足/,
  },
});
