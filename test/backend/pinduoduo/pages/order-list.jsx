import { useState } from 'react';
import { useData } from '../../shared/pages/api.js';
import { cls, word } from '../../shared/pages/config.js';
import { Button, CopyLink, FormSelect, Pager, Spin, Table, Tabs, usePaging } from './beast.jsx';

const Goods = ({ name, productId, code, spec }) => (
  <div className="goods-record-container">
    <div className={cls('thumb')} />
    <div>
      <p>{name}</p>
      <p>{`ID: ${productId}`}</p>
      <p>{`${word('商家编码')}: ${code}`}</p>
      <p>{spec}</p>
    </div>
  </div>
);

const COLUMNS = [
  { title: '商品信息', cell: Goods },
  { title: '订单状态', cell: ({ status }) => word(status) },
  { title: '数量', cell: ({ quantity }) => quantity },
  { title: '商品总价(元)', cell: ({ price }) => price },
  { title: '实收金额(元)', cell: ({ paid }) => paid },
  { title: '收货人', cell: () => '王* 139****0000 示例省示例市' },
  {
    title: '买家昵称',
    cell: () => (
      <>
        momo**
        <span>{word('联系')}</span>
      </>
    ),
  },
  {
    title: '操作',
    cell: ({ orderId }) => (
      <Button href={`/orders/detail?sn=${orderId}`}>{word('查看详情')}</Button>
    ),
  },
];

const Label = ({ name, value, children }) => (
  <div>
    <span>{word(`${name}：`)}</span>
    <span>{value}</span>
    {children}
  </div>
);

/** One `div` per order: a strip of labels, and a table of its own. */
const Order = ({ order }) => (
  <div>
    <div className={cls('order-strip')}>
      <Label name="订单编号" value={order.orderId}>
        <CopyLink text={order.orderId} />
      </Label>
      <Label name="订单成交时间" value={order.placed} />
      {order.shipBy && <Label name="承诺发货时间" value={order.shipBy} />}
    </div>
    <Table columns={COLUMNS} rows={[order]} />
  </div>
);

export function OrderList() {
  const [tab, setTab] = useState('0');
  const paging = usePaging();
  const { data, loading } = useData('orders', { tab, page: paging.page, size: paging.size });
  const choose = (key) => {
    setTab(key);
    paging.setPage(1);
  };
  return (
    <div id="order-content">
      <div className={cls('search-form')}>
        <FormSelect label="订单状态" />
        <FormSelect label="售后状态" />
      </div>
      <Tabs tabs={data?.tabs ?? []} active={tab} onChange={choose} />
      {loading && <Spin />}
      {data?.rows.length === 0 && <p>{word('暂无数据')}</p>}
      <div className="package-center-table">
        {(data?.rows ?? []).map((order) => (
          <Order key={order.orderId} order={order} />
        ))}
      </div>
      {data && <Pager total={data.total} paging={paging} />}
    </div>
  );
}
