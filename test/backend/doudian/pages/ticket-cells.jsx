import { useEffect, useState } from 'react';
import { useClock } from '../../shared/pages/api.js';
import { cls, has, lateMs, numericIds, word } from './config.js';
import { Field } from './table-rows.jsx';

export function TicketHead({ ticket }) {
  const ids = numericIds
    ? `{"order_id":${ticket.orderId},"after_sale_id":${ticket.ticketId}}`
    : JSON.stringify({ order_id: ticket.orderId, after_sale_id: ticket.ticketId });
  return (
    <div
      className={cls('index_rowHead')}
      {...(has('mutated-keys') ? {} : { 'data-kora-json': ids })}
    >
      <span className={cls('index_text')}>{`${word('订单编号')}\u00a0${ticket.orderId}`}</span>
      <span className={cls('index_text')}>{`${word('售后编号')}\u00a0${ticket.ticketId}`}</span>
      <span className={cls('index_type')}>{word(ticket.type)}</span>
      {ticket.tags.map((tag) => (
        <span key={tag} className={cls('tag-')}>
          {word(tag)}
        </span>
      ))}
    </div>
  );
}

export const ProductCell = ({ product }) => (
  <div>
    <div className={cls('name-')}>
      <span className={cls('index_ellipsis')}>{product.name}</span>
    </div>
    <div className={cls('spec-')}>{product.spec}</div>
  </div>
);

export const OrderCell = ({ ticket }) => (
  <div>
    <Field label={word('应付金额')} value={`¥${ticket.paid}`} />
    <Field label={word('购买件数')} value={ticket.bought} />
  </div>
);

export const TicketCell = ({ ticket }) => (
  <div>
    <Field label={word('售后退款')} value={`¥${ticket.refund}`} />
    <Field label={word('申请件数')} value={ticket.quantity} />
    <Field label={word('申请原因')} value={word(ticket.reason)} />
    <Field label={word('申请时间')} value={ticket.applied} />
  </div>
);

/** '22小时31分12秒后自动同意'; deadlines further off than that one's 48 h count in days. */
function countdownText(leftMs, action) {
  const seconds = Math.max(0, Math.floor(leftMs / 1000));
  const inDays = action !== '自动同意';
  const days = inDays ? Math.floor(seconds / 86400) : 0;
  const hours = Math.floor((seconds - days * 86400) / 3600);
  const clock = `${hours}小时${Math.floor((seconds % 3600) / 60)}分${seconds % 60}秒`;
  return `${days ? `${days}天` : ''}${clock}后${action}`;
}

function Countdown({ dueMs, action }) {
  const now = useClock();
  return <div className={cls('index_countdown')}>{word(countdownText(dueMs - now, action))}</div>;
}

export const StatusCell = ({ ticket }) => (
  <div>
    <div className={cls('index_status')}>{word(ticket.status)}</div>
    {ticket.dueMs && <Countdown dueMs={ticket.dueMs} action={ticket.dueAction} />}
  </div>
);

/** Empty until its own moment comes; `lines` is the promise of the whole page's logistics. */
export function LogisticsCell({ ticketId, lines }) {
  const [shown, setShown] = useState();
  useEffect(() => {
    setShown(undefined);
    let timer;
    let gone = false;
    const [low, high] = lateMs;
    const wait = low + Math.random() * (high - low);
    lines?.then((byTicket) => {
      if (!gone) timer = setTimeout(() => setShown(byTicket[ticketId] ?? []), wait);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ticketId, lines]);
  return (
    <div className={cls('index_logistics')}>
      {shown?.map((line) => (
        <div key={line}>{word(line)}</div>
      ))}
    </div>
  );
}
