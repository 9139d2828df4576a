import { Tab, Table } from '@alifd/next';
import { useMemo } from 'react';
import { useClock, useData } from '../../shared/pages/api.js';
import { cls, word } from '../../shared/pages/config.js';
import { Pager, usePaging } from './list.jsx';

const yuan = (amount) => `￥${amount}`;

/** 还剩 1天 2时 3分, the days left out when there are none. */
function Countdown({ dueMs }) {
  const minutes = Math.floor((dueMs - useClock()) / 60_000);
  if (minutes < 0) return <div>{word('已超时')}</div>;
  const days = Math.floor(minutes / 1440);
  const rest = `${Math.floor((minutes % 1440) / 60)}时 ${minutes % 60}分`;
  return <div>{`${word('还剩')} ${days ? `${days}天 ` : ''}${rest}`}</div>;
}

export function RefundList() {
  const paging = usePaging();
  const { data, loading } = useData('aftersales', { page: paging.page, size: paging.size });
  const rows = useMemo(
    () =>
      (data?.rows ?? []).map((each) => ({
        id: each.ticketId,
        each,
        children: [{ id: `${each.ticketId}-row`, each }],
      })),
    [data],
  );
  const column = (title, cell, width = 120) => (
    <Table.Column title={word(title)} cell={(_v, _i, { each }) => cell(each)} width={width} />
  );
  return (
    <>
      {/* The page has a list body before the one with the refunds. */}
      <Table
        dataSource={[{ id: 1, text: '退款时效调整', at: '01-27' }]}
        primaryKey="id"
        fixedHeader
      >
        <Table.Column title={word('公告')} dataIndex="text" />
        <Table.Column title={word('时间')} dataIndex="at" />
      </Table>
      <Tab>
        <Tab.Item key="all" title={word('全部')} />
      </Tab>
      <Table
        dataSource={rows}
        primaryKey="id"
        loading={loading}
        stickyHeader
        emptyContent={word('没有数据')}
      >
        <Table.GroupHeader
          cell={({ each }) => (
            <div className={cls('refundHead')}>
              <a href="#order">{`${word('订单号：')}${each.orderId}`}</a>
              <span>{`${word('退款编号：')}${each.ticketId}`}</span>
              <span>{`${word('申请时间：')}${each.applied}`}</span>
              <span>林**</span>
            </div>
          )}
        />
        {column(
          '宝贝',
          (each) => (
            <a href="#item">{each.name}</a>
          ),
          300,
        )}
        {column('交易金额', (each) => yuan(each.paid))}
        {column('退款金额', (each) => yuan(each.refund))}
        {column('售后类型', (each) => word(each.type))}
        {column('退款原因', (each) => word(each.reason), 160)}
        {column('货物状态', (each) => word(each.goods))}
        {column(
          '退款状态',
          (each) => (
            <>
              <div>{word(each.status)}</div>
              {each.dueMs && <Countdown dueMs={each.dueMs} />}
            </>
          ),
          160,
        )}
        {column('操作', () => (
          <a href="#detail">{word('查看详情')}</a>
        ))}
      </Table>
      <Pager total={data?.total ?? 0} paging={paging} />
    </>
  );
}
