/**
 * Buyers' reasons by what to do about them. Wider than any rule's own list (those are in the packs):
 * they only choose advice, never a score. Words met on after-sale lists and in articles, 2021–2026.
 */
import type { WordSet } from '../../core/measure';

export const faultyReasons: WordSet = {
  includes: [
    '质量',
    '瑕疵',
    '做工',
    '故障',
    '破洞',
    '开线',
    '走丝',
    '掉色',
    '褪色',
    '缩水',
    '起球',
    '异味',
    '污渍',
    '变质',
    '屏幕问题',
    '配件问题',
    '安全隐患',
  ],
  // 做工与描述不符 is cured on the product page, not in the workshop.
  not: ['描述不符', '图片不符'],
};

export const mismatchReasons: WordSet = {
  includes: [
    '描述不符',
    '图片不符',
    '图文不符',
    '材质不符',
    '面料不符',
    '效果不符',
    '功能不符',
    '参数不符',
    '规格不符',
    '日期不符',
    '年份不符',
  ],
};

export const sizeReasons: WordSet = { includes: ['尺码', '尺寸', '大小', '不合适', '不合身'] };

export const damageReasons: WordSet = {
  includes: ['破损', '破碎', '碎了', '变形', '漏液', '压坏'],
};

export const fakeReasons: WordSet = { includes: ['假冒', '假货', '不是正品', '仿冒'] };

export const lateReasons: WordSet = {
  includes: [
    '发货慢',
    '发货超时',
    '未按约定时间发货',
    '物流停滞',
    '物流慢',
    '未收到货',
    '没收到货',
  ],
};

export const missingReasons: WordSet = { includes: ['少件', '漏发', '错发', '发错', '少发'] };

export const outOfStockReasons: WordSet = { includes: ['缺货', '无货', '没货', '断货'] };

export const changedMindReasons: WordSet = {
  includes: ['不想要', '多拍', '错拍', '拍错', '不喜欢', '七天无理由', '7天无理由', '后悔'],
};

export const attitudeReasons: WordSet = { includes: ['态度', '敷衍', '不理', '不回复', '服务差'] };
