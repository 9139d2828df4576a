/** Made-up shops and products. */

const SHELVES = [
  {
    industry: '女装',
    goods: [
      '法式碎花连衣裙',
      '高腰直筒牛仔裤',
      '羊毛混纺开衫',
      '醋酸缎面半裙',
      '纯棉打底衫',
      '短款羽绒服',
    ],
    specs: ['黑色;S', '黑色;M', '米白;L', '雾蓝;XL', '燕麦色;均码'],
    fen: [4990, 32900],
  },
  {
    industry: '居家日百',
    goods: [
      '加厚收纳箱',
      '硅藻泥吸水垫',
      '不锈钢保温杯',
      '挂烫机家用小型',
      '记忆棉枕头',
      '防滑浴室地垫',
    ],
    specs: ['大号 2 个装', '小号', '500ml;银色', '灰色;40*60cm', '标准款'],
    fen: [990, 15900],
  },
  {
    industry: '食品饮料',
    goods: ['冻干咖啡粉', '每日坚果礼盒', '手工牛轧糖', '黑芝麻丸', '即食燕麦片', '低脂鸡胸肉'],
    specs: ['原味 30 条', '750g/30 袋', '500g', '尝鲜装', '家庭装 x2 箱'],
    fen: [1290, 12800],
  },
  {
    industry: '3C数码',
    goods: ['氮化镓充电器', '磁吸手机壳', '蓝牙降噪耳机', '机械键盘', '笔记本支架', '桌面补光灯'],
    specs: ['65W;白色', '透明黑', '标准版', '87 键 茶轴', '双臂;Pro 2.0'],
    fen: [1990, 45900],
  },
];

const FIRST = [
  '云棉',
  '小满',
  '拾光',
  '北岸',
  '青禾',
  '木与白',
  '三月半',
  '鹿野',
  '糖栗',
  '万物集',
];
const LAST = ['小筑旗舰店', '优选专营店', '生活馆', '企业店', '官方旗舰店'];
const LEADS = ['【爆款】', '2026新款', '买2送1 ', '', '', '直播间专享 ', ''];

/** @returns {{name: string, industry: string, products: object[]}} */
export function stockShop(random, makeId) {
  const shelf = random.pick(SHELVES);
  const name = `${random.pick(FIRST)}${random.pick(LAST)}`;
  const products = shelf.goods.flatMap((good, i) =>
    [0, 1].map((variant) => ({
      productId: makeId(),
      // One title looks like markup and one like a price, as real titles do.
      name: `${random.pick(LEADS)}${good}${variant ? (i === 0 ? ' <b>升级</b> & 加赠' : i === 1 ? ' ¥9.9起 x3' : ' 升级版') : ''}`,
      code: `${String.fromCharCode(65 + i)}${variant}-${random.digits(4)}`,
      specs: shelf.specs,
      priceFen: Math.round(random.between(shelf.fen[0], shelf.fen[1]) / 10) * 10,
    })),
  );
  const gift = {
    productId: makeId(),
    name: '店铺赠品 随机小样',
    code: 'GIFT-01',
    specs: ['随机'],
    priceFen: 0,
  };
  return { name, industry: shelf.industry, products, gift };
}
