import { Select, Table, Tabs } from 'antd4';
import { useMemo, useState } from 'react';
import { useData } from '../../shared/pages/api.js';
import { cls, has, prefix4, word } from './config.js';
import { PairHead, PayCell, PriceCell, ProductCell, ReceiverCell } from './order-cells.jsx';
import { OrderFilters } from './order-filters.jsx';
import { reactKey, rowProps, tableComponents } from './table-rows.jsx';

const HEADERS = has('other-headers')
  ? ['商品', '单价数量', '售后状态', '买家/收货信息', '实付金额', '状态', '操作']
  : ['商品信息', '单价/数量', '售后', '收货信息', '支付信息', '订单状态', '操作'];
const SPAN = HEADERS.length + 1;

/** One order: a level-0 row and, as its children, a row for each line and one for a remark. */
function toTree(order, place) {
  const children = order.lines.map((line, i) => ({
    key: reactKey(`${place}-${i}`, line.lineId),
    id: line.lineId,
    line,
    order,
    span: i === 0 ? order.lines.length : 0,
  }));
  if (order.remark) {
    const key = reactKey(`${place}-remark`, `${order.orderId}-remark`);
    children.push({ key, id: `${order.orderId}-remark`, remark: order.remark });
  }
  children.at(-1).last = true;
  return { key: reactKey(place, order.orderId), id: order.orderId, order, children };
}

const isItem = (row) => Boolean(row.line);
/** Cells that only item rows have. */
const perLine = (title, render) => ({
  title: word(title),
  render: (_, row) => isItem(row) && render(row),
  onCell: (row) => ({ colSpan: isItem(row) ? 1 : 0 }),
});
/** Cells of the whole order: on its first item row, spanning the others. */
const perOrder = (title, render) => ({
  title: word(title),
  render: (_, row) => row.span > 0 && render(row.order),
  onCell: (row) => ({ colSpan: isItem(row) ? 1 : 0, rowSpan: isItem(row) ? row.span : 1 }),
});

const aftersale = (text) => <div className={cls('index_cell')}>{word(text)}</div>;
const columns = [
  perLine(HEADERS[0], (row) => <ProductCell line={row.line} />),
  perLine(HEADERS[1], (row) => <PriceCell line={row.line} />),
  perLine(HEADERS[2], (row) => aftersale(row.line.aftersale)),
  perOrder(HEADERS[3], (order) => <ReceiverCell receiver={order.receiver} />),
  perOrder(HEADERS[4], (order) => <PayCell order={order} />),
  perOrder(HEADERS[5], (order) => (
    <div className={cls('index_cell')}>
      <div>{word(order.status)}</div>
    </div>
  )),
  perOrder(HEADERS[6], () => <a>{word('详情')}</a>),
];

/** The checkbox column also holds what spans the whole table. */
function selectionCell(_checked, row, _index, checkbox) {
  if (isItem(row)) return checkbox;
  const children = row.remark ? `${word('备注')}：${row.remark}` : <PairHead order={row.order} />;
  return { children, props: { colSpan: SPAN } };
}

function rowClass(row) {
  const last = row.last ? ` ${prefix4}-pair-group-row-last` : '';
  return `row-vertical-top ${cls('index_table-row')}${last}`;
}

export function OrderList() {
  const [query, setQuery] = useState({ tab: 'all', sort: 'desc', page: 1, size: 10 });
  const [version, setVersion] = useState(0);
  const change = (part) => setQuery((old) => ({ ...old, page: 1, ...part }));
  const { data, loading } = useData('orders', query, version);
  const tree = useMemo(() => (data?.rows ?? []).map(toTree), [data]);
  const tabLabel = (tab) =>
    word(tab.label) + (tab.key === '待发货' && data.waiting ? ` ${data.waiting}` : '');
  return (
    <div className={cls('index_orderList')}>
      <OrderFilters
        onSearch={(filters) => {
          change(filters);
          setVersion((n) => n + 1);
        }}
      />
      <Tabs
        activeKey={query.tab}
        onChange={(tab) => change({ tab })}
        items={(data?.tabs ?? []).map((tab) => ({ key: tab.key, label: tabLabel(tab) }))}
      />
      <div className={cls('index_middle-bar-wrapper')}>
        <div className={cls('index_batchOpWrap')}>
          <Select
            value={query.sort}
            onChange={(sort) => change({ sort })}
            options={[
              { value: 'desc', label: word('下单时间 由近到远') },
              { value: 'asc', label: word('下单时间 由远到近') },
            ]}
          />
        </div>
      </div>
      <Table
        components={tableComponents}
        columns={columns}
        dataSource={tree}
        loading={loading}
        rowKey="key"
        onRow={rowProps}
        rowClassName={rowClass}
        rowSelection={{ renderCell: selectionCell, checkStrictly: true }}
        expandable={{
          expandedRowKeys: tree.map((row) => row.key),
          expandIcon: () => null,
          indentSize: 0,
        }}
        {...(has('split') ? { scroll: { y: 560 } } : {})}
        pagination={{
          current: query.page,
          pageSize: query.size,
          total: data?.total ?? 0,
          showSizeChanger: true,
          showQuickJumper: true,
          pageSizeOptions: [10, 20, 50, 100],
          showTotal: (total) => word(`共 ${total} 条`),
          onChange: (page, size) =>
            setQuery((old) => ({ ...old, page: size === old.size ? page : 1, size })),
        }}
      />
    </div>
  );
}
