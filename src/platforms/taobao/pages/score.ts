/** 店铺真实体验分: values, points, weights and steps by label text; the markup is not public. */
import { scoreReader } from '../../shared-pages/score';
import { FIVE_STEPS } from '../../shared-pages/score-tiers';
import { versionsReader } from '../../shared-pages/score-versions';
import { PATHS } from './addresses';
import { SCORE_LABELS } from './score-labels';
import { taobaoSite } from './shop';

const current = scoreReader(taobaoSite, {
  labelsAt: ({ pathname }) =>
    PATHS.score.test(pathname.replace(/\/+$/, '')) ? SCORE_LABELS[0] : undefined,
  states: {
    'no-permission': /(?:暂?无|没有)(?:访问|查看|该页面)?权限/,
    'no-score': /暂无(?:真实)?体验分|不足30[单笔]|订单(?:量|数)?不足|暂未出分|暂无分/,
  },
});

export const scorePagesReader = versionsReader(current, { sets: SCORE_LABELS, steps: FIVE_STEPS });
