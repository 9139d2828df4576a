/** Provinces by their short names: the finest place that a loss is ever split by. */

const NAMES = (
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 ' +
  '海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门'
).split(' ');

/** The province that a text begins with; whatever is finer is dropped. Undefined when it names none. */
export function provinceOf(text: string): string | undefined {
  const plain = text.trim();
  return NAMES.find((name) => plain.startsWith(name));
}
