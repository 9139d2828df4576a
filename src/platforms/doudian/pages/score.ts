/** The score page, by text alone: its markup is not public, its labels are (seen 2026-09-09). */
import { scoreReader } from '../../shared-pages/score';
import { SCORE_LABELS_2026_09 } from './score-labels';
import { doudianSite } from './shop';

const PATH = '/ffa/eco/experience-score';
const DETAIL = `${PATH}/detail`;

/** The sub-page of one dimension. */
export const isSubPage = (url: URL): boolean => url.pathname.replace(/\/+$/, '') === DETAIL;

export const currentScoreReader = scoreReader(doudianSite, {
  labelsAt: (url) =>
    url.pathname.replace(/\/+$/, '') === PATH || isSubPage(url) ? SCORE_LABELS_2026_09 : undefined,
  states: {
    'no-permission': /(?:暂?无|没有)(?:访问|查看|该页面)?权限/,
    'no-score': /暂无体验分|订单不足\d*单|不足30单|达到30单后|暂未出分/,
  },
});
