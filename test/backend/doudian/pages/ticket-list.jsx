import { Select, Table, Tabs } from 'antd6';
import { useMemo, useState } from 'react';
import { fetchData, useData } from '../../shared/pages/api.js';
import { cls, has, word } from './config.js';
import './frame.css';
import { reactKey, rowProps, tableComponents } from './table-rows.jsx';
import {
  LogisticsCell,
  OrderCell,
  ProductCell,
  StatusCell,
  TicketCell,
  TicketHead,
} from './ticket-cells.jsx';
import { Cards, TicketFilters } from './ticket-filters.jsx';

const HEADERS = ['商品信息', '订单信息', '售后信息', '售后状态', '纠纷仲裁', '物流信息', '操作'];

/** A case: a header row and its data row. */
function toTree(ticket, place) {
  const data = {
    key: reactKey(`${place}-data`, `${ticket.ticketId}-data`),
    id: `${ticket.ticketId}-data`,
    ticket,
  };
  return { key: reactKey(place, ticket.ticketId), id: ticket.ticketId, ticket, children: [data] };
}

const isHead = (row) => Boolean(row.children);

function columnsFor(lines) {
  const cells = [
    (ticket) => <ProductCell product={ticket.product} />,
    (ticket) => <OrderCell ticket={ticket} />,
    (ticket) => <TicketCell ticket={ticket} />,
    (ticket) => <StatusCell ticket={ticket} />,
    (ticket) => word(ticket.arbitration),
    (ticket) => <LogisticsCell ticketId={ticket.ticketId} lines={lines} />,
    () => <a>{word('详情')}</a>,
  ];
  return HEADERS.map((title, i) => ({
    title: word(title),
    key: title,
    onCell: (row) => ({ colSpan: isHead(row) ? (i === 0 ? HEADERS.length : 0) : 1 }),
    render: (_, row) => {
      if (!isHead(row)) return cells[i](row.ticket);
      return i === 0 ? <TicketHead ticket={row.ticket} /> : null;
    },
  }));
}

/** Logistics come in a second request, after the rows. */
const fetchLines = (rows) =>
  rows?.length
    ? fetchData('logistics', { ids: rows.map((row) => row.ticketId).join(',') }).then(
        (data) => data.lines,
      )
    : undefined;

export function TicketList() {
  const [query, setQuery] = useState({ tab: 'all', sort: 'desc', page: 1, size: 10 });
  const [version, setVersion] = useState(0);
  const change = (part) => setQuery((old) => ({ ...old, page: 1, ...part }));
  const { data, loading } = useData('aftersales', query, version);
  const tree = useMemo(() => (data?.rows ?? []).map(toTree), [data]);
  const lines = useMemo(() => fetchLines(data?.rows), [data]);
  const columns = useMemo(() => columnsFor(lines), [lines]);
  return (
    <div className={cls('index_workbench')}>
      <Cards
        cards={data?.cards ?? []}
        selected={query.card}
        onSelect={(card) => change({ card })}
      />
      <TicketFilters
        onSearch={(filters) => {
          change(filters);
          setVersion((n) => n + 1);
        }}
      />
      <Tabs
        activeKey={query.tab}
        onChange={(tab) => change({ tab })}
        items={(data?.tabs ?? []).map(({ key, label }) => ({ key, label: word(label) }))}
        tabBarExtraContent={
          <Select
            value={query.sort}
            style={{ width: 180 }}
            onChange={(sort) => change({ sort })}
            options={[
              { value: 'desc', label: word('申请时间 由近到远') },
              { value: 'asc', label: word('申请时间 由远到近') },
            ]}
          />
        }
      />
      <Table
        components={tableComponents}
        columns={columns}
        dataSource={tree}
        loading={loading}
        rowKey="key"
        onRow={rowProps}
        expandable={{
          expandedRowKeys: tree.map((row) => row.key),
          expandIcon: () => null,
          indentSize: 0,
        }}
        {...(has('split') ? { sticky: true, scroll: { y: 520 } } : {})}
        pagination={{
          current: query.page,
          pageSize: query.size,
          total: data?.total ?? 0,
          showSizeChanger: true,
          pageSizeOptions: [10, 20, 50, 100],
          showTotal: (total) => word(`共 ${total} 条`),
          onChange: (page, size) =>
            setQuery((old) => ({ ...old, page: size === old.size ? page : 1, size })),
        }}
      />
    </div>
  );
}
