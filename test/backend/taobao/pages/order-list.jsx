import { Tab, Table } from '@alifd/next';
import { useMemo, useState } from 'react';
import { useData } from '../../shared/pages/api.js';
import { cls, has, word } from '../../shared/pages/config.js';
import { Pager, usePaging } from './list.jsx';

const yuan = (amount) => `￥${amount}`;
/** Cells of the whole order stand beside its first line and span the others. */
const spans = (row) => (row.isFirst ? { rowSpan: row.order.lines.length } : undefined);

const Product = (_value, _index, { line }) => (
  <div className={cls('item')}>
    <a className="title-link" href="#snapshot">
      {line.name}
    </a>
    <div>{`${word('颜色分类：')}${line.spec}`}</div>
    <div>{`${word('商家编码：')}${line.code}`}</div>
  </div>
);
const Aftersale = (_value, _index, { order, line }) => (
  <>
    {order.promise && <div>{word(order.promise)}</div>}
    {line.aftersale && <a href="#refund">{word(line.aftersale)}</a>}
  </>
);

export function OrderList() {
  const [tab, setTab] = useState('all');
  const paging = usePaging();
  const { data, loading } = useData('orders', { tab, page: paging.page, size: paging.size });
  const rows = useMemo(
    () =>
      (data?.rows ?? []).map((order) => ({
        id: order.orderId,
        order,
        children: order.lines.map((line, i) => ({
          id: line.lineId,
          order,
          line,
          isFirst: i === 0,
        })),
      })),
    [data],
  );
  const locked = has('locked');
  return (
    <>
      <Tab
        activeKey={tab}
        onChange={(key) => {
          setTab(key);
          paging.setPage(1);
        }}
      >
        {(data?.tabs ?? [{ key: 'all', label: '全部订单' }]).map((each) => (
          <Tab.Item key={each.key} title={word(each.label)} />
        ))}
      </Tab>
      <Table
        dataSource={rows}
        primaryKey="id"
        loading={loading}
        stickyHeader={!locked}
        tableWidth={locked ? 1500 : undefined}
        emptyContent={word('没有符合条件的宝贝，请尝试其他搜索条件。')}
        cellProps={(_row, column, _index, record) =>
          column > 3 && record ? spans(record) : undefined
        }
      >
        <Table.GroupHeader
          cell={({ order }) => (
            <div className={cls('orderHead')}>
              <span>{`${word('订单号')} ${order.orderId}`}</span>
              <span>{`${word('创建时间')} ${order.placed}`}</span>
              <span>牛**</span>
              <span>{word('号码保护订单')}</span>
            </div>
          )}
        />
        <Table.Column
          title={word('宝贝')}
          cell={Product}
          width={320}
          lock={locked ? 'left' : undefined}
        />
        <Table.Column
          title={word('单价')}
          cell={(_v, _i, { line }) => yuan(line.price)}
          width={100}
        />
        <Table.Column title={word('数量')} cell={(_v, _i, { line }) => line.quantity} width={80} />
        <Table.Column title={word('履约/售后状态')} cell={Aftersale} width={140} />
        <Table.Column
          title={word('交易状态')}
          cell={(_v, _i, { order }) => <div>{word(order.status)}</div>}
          width={140}
        />
        <Table.Column
          title={word('实收款')}
          cell={(_v, _i, { order }) => (
            <>
              <div>{yuan(order.paid)}</div>
              <div>{`(${word('含运费：')}￥0.00)`}</div>
            </>
          )}
          width={140}
        />
        <Table.Column
          title={word('操作')}
          cell={() => <a href="#detail">{word('详情')}</a>}
          width={100}
          lock={locked ? 'right' : undefined}
        />
      </Table>
      <Pager total={data?.total ?? 0} paging={paging} />
    </>
  );
}
