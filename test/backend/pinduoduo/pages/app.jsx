import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { cls, initialShopName, word } from '../../shared/pages/config.js';
import { OrderDetail, TicketDetail } from './details.jsx';
import { ChatPage, ReviewList } from './more-lists.jsx';
import { OrderList } from './order-list.jsx';
import { NavigatorPage, ServicePage } from './score-pages.jsx';
import './site.css';
import { TicketList } from './ticket-list.jsx';

const MENU = [
  { path: '/orders/list', label: '订单查询', page: OrderList, query: '?msfrom=mms_sidenav&tab=0' },
  {
    path: '/aftersales/aftersale_list',
    label: '售后工作台',
    page: TicketList,
    query: '?msfrom=mms_sidenav',
  },
  { path: '/sycm/goods_quality/help', label: '服务数据', page: ServicePage },
  { path: '/sycm/goods_quality/pilot_mall', label: '店铺领航', page: NavigatorPage },
  { path: '/goods/evaluation/index', label: '评价管理', page: ReviewList },
  { path: '/mms-chat/overview/merchant', label: '客服绩效', page: ChatPage },
];
const DETAILS = [
  { path: '/orders/detail', page: OrderDetail },
  { path: '/aftersales-ssr/detail', page: TicketDetail },
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
  const go = (event, { path, query = '' }) => {
    event.preventDefault();
    history.pushState({}, '', path + query);
    setPathname(path);
  };
  const Page = [...MENU, ...DETAILS].find((each) => each.path === pathname)?.page;
  return (
    <div id="pdd-app-skeleton">
      <header className="mms-header__user">
        <span className={cls('logo')}>{word('拼多多商家后台')}</span>
        <span>
          <span className="user-name-name">{shopName}</span> <span>{word('主账号')}</span>
        </span>
      </header>
      <div className={cls('layout')}>
        <nav className={cls('menu')}>
          {MENU.map((each) => (
            <a key={each.path} href={each.path} onClick={(event) => go(event, each)}>
              {word(each.label)}
            </a>
          ))}
        </nav>
        <main id="pdd-app-skeleton-main-content">
          <div id="mf-mms-orders-container">{Page ? <Page key={pathname} /> : word('首页')}</div>
        </main>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<Shell />);
