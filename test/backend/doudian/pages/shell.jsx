import { Layout, Menu } from 'antd4';
import { useEffect, useState } from 'react';
import { cls, framePath, initialShopName, word } from './config.js';
import { Home } from './home.jsx';
import { OrderList } from './order-list.jsx';
import { Products } from './products.jsx';
import { ScorePage } from './score-page.jsx';

const AFTERSALE = '/ffa/merchant-aftersale-workbench/aftersale/list';

/** The workbench is a sub-application in a same-origin frame. */
function Aftersale() {
  const src = framePath ?? `${AFTERSALE}?in_frame=1`;
  return <iframe className={cls('index_subApp')} title="aftersale" src={src} />;
}

const PAGES = [
  { path: '/ffa/mshop/homepage/index', label: '首页', page: Home },
  {
    path: '/ffa/morder/order/list',
    label: '订单管理',
    page: OrderList,
    query: '?btm_ppre=a0.b0.c0.d0&btm_pre=a2427.b7692&btm_show_id=71c0',
  },
  { path: AFTERSALE, label: '售后工作台', page: Aftersale },
  { path: '/ffa/g/list', label: '商品管理', page: Products },
  {
    path: '/ffa/eco/experience-score',
    label: '商家体验分',
    page: ScorePage,
    query: '?source=fxg-menu',
  },
];

function useRoute() {
  const [pathname, setPathname] = useState(location.pathname);
  useEffect(() => {
    const read = () => setPathname(location.pathname);
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);
  const go = (url) => {
    history.pushState({}, '', url);
    setPathname(location.pathname);
  };
  return [pathname, go];
}

function useShopName() {
  const [name, setName] = useState(initialShopName);
  useEffect(() => {
    const heard = (event) => setName(event.detail);
    window.addEventListener('sample-shop', heard);
    return () => window.removeEventListener('sample-shop', heard);
  }, []);
  return name;
}

export function Shell() {
  const [pathname, go] = useRoute();
  const shopName = useShopName();
  const route = PAGES.find((page) => page.path === pathname);
  const Page = route?.page ?? Home;
  return (
    <Layout className={cls('index_layout')}>
      <Layout.Header className={cls('index_header')}>
        <div className={cls('index_logo')}>{word('抖店')}</div>
        <div className="headerShopName">{shopName}</div>
      </Layout.Header>
      <Layout>
        <Layout.Sider width={160} theme="light">
          <Menu
            mode="inline"
            selectedKeys={route ? [route.path] : []}
            items={PAGES.map(({ path, label }) => ({ key: path, label: word(label) }))}
            onClick={({ key }) => go(key + (PAGES.find((page) => page.path === key).query ?? ''))}
          />
        </Layout.Sider>
        <Layout.Content className={cls('index_content')}>
          <Page key={pathname} />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
