import { useData } from '../../shared/pages/api.js';
import { cls, word } from '../../shared/pages/config.js';
import { Spin } from './beast.jsx';
import { Countdown } from './ticket-list.jsx';

const query = () => Object.fromEntries(new URLSearchParams(location.search));

const Row = ({ name, value }) => (
  <div className={cls('detail-row')}>
    <div>{word(`${name}：`)}</div>
    <div>{value}</div>
  </div>
);
const Rows = ({ rows }) =>
  Object.entries(rows).map(([name, value]) => <Row key={name} name={name} value={value} />);

export function OrderDetail() {
  const { data } = useData('order', query());
  if (!data) return <Spin />;
  if (!data.order) return <p>{word('订单不存在')}</p>;
  const { order } = data;
  return (
    <div className={cls('order-detail')}>
      <Rows
        rows={{
          订单编号: order.orderId,
          订单状态: word(order.status),
          订单成交时间: order.placed,
          ...(order.shipBy ? { 承诺发货时间: order.shipBy } : {}),
          ...(order.finished ? { 确认收货时间: order.finished } : {}),
          用户实付金额: `¥${order.paid}`,
          收货人: '王小二 13900000000 示例省示例市示例路1号',
        }}
      />
      {order.express && (
        <div id="detail-express-box">
          <Rows
            rows={{ 快递单号: order.express, 快递公司: word('圆通速递'), 发货时间: order.shipped }}
          />
          {order.signed && <Row name="签收时间" value={order.signed} />}
        </div>
      )}
    </div>
  );
}

export function TicketDetail() {
  const { data } = useData('ticket', query());
  if (!data) return <Spin />;
  if (!data.ticket) return <p>{word('售后单不存在')}</p>;
  const { ticket } = data;
  return (
    <div className={cls('aftersale-detail')}>
      <h3>{word(`${ticket.type}${ticket.status}`)}</h3>
      <div>{ticket.dueMs && <Countdown dueMs={ticket.dueMs} dueAction={ticket.dueAction} />}</div>
      <Rows
        rows={{
          售后编号: ticket.number,
          订单编号: ticket.orderId,
          申请时间: ticket.applied,
          售后类型: word(ticket.type),
          // Type and state stand in the heading; the state's own label is left empty.
          售后状态: '',
          售后原因: word(ticket.reason),
          退款金额: `¥${ticket.refund}`,
          ...(ticket.refunded ? { 退款时间: ticket.refunded } : {}),
          问题描述: '线头很多 13900000000',
        }}
      />
    </div>
  );
}
