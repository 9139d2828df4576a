import { ConfigProvider } from '@alifd/next';
import zhCN from '@alifd/next/es/locale/zh-cn';
import '@alifd/next/dist/next.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { cls, initialShopName, word } from '../../shared/pages/config.js';
import { OrderList } from './order-list.jsx';
import { RefundList } from './refund-list.jsx';
import { ScorePage } from './score-page.jsx';
import './site.css';

const PAGES = [
  { path: '/home.htm/trade-platform/tp/sold', label: '已卖出的宝贝', page: OrderList },
  { path: '/home.htm/trade-platform/refund-list', label: '退款管理', page: RefundList },
  { path: '/home.htm/voc-tmall/serverReport', label: '真实体验分', page: ScorePage },
];

function Shell() {
  const [pathname, setPathname] = useState(location.pathname);
  const [shopName, setShopName] = useState(initialShopName);
  useEffect(() => {
    const read = () => setPathname(location.pathname);
    const heard = (event) => setShopName(event.detail);
    window.addEventListener('popstate', read);
    window.addEventListener('sample-shop', heard);
    return () => {
      window.removeEventListener('popstate', read);
      window.removeEventListener('sample-shop', heard);
    };
  }, []);
  const go = (event, path) => {
    event.preventDefault();
    history.pushState({}, '', path);
    setPathname(path);
  };
  const Page = PAGES.find((each) => each.path === pathname)?.page;
  return (
    <div className={cls('workbench')}>
      <div className={cls('topbar')}>
        <span className={cls('logo')}>{word('千牛商家工作台')}</span>
        <span className={cls('shopName--')}>{shopName}</span>
      </div>
      <div className={cls('body')}>
        <nav className={cls('menu')}>
          {PAGES.map(({ path, label }) => (
            <a key={path} href={path} onClick={(event) => go(event, path)}>
              {word(label)}
            </a>
          ))}
        </nav>
        <main className={cls('content')}>{Page ? <Page key={pathname} /> : word('首页')}</main>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(
  <ConfigProvider locale={zhCN}>
    <Shell />
  </ConfigProvider>,
);
