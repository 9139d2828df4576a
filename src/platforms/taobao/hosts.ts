/** Match patterns of the back-end's pages. Apart from the rest, so that the manifest can be made from it alone. */
export const taobaoHosts = [
  // 千牛 serves the same pages under both names (readers of 2026).
  'https://myseller.taobao.com/*',
  'https://qn.taobao.com/*',
];
