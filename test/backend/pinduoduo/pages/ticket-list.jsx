import { useState } from 'react';
import { useClock, useData } from '../../shared/pages/api.js';
import { cls, word } from '../../shared/pages/config.js';
import { Button, Card, Pager, Spin, usePaging } from './beast.jsx';

/** （0天23时3分45秒未处理，系统将自动退款） */
export function Countdown({ dueMs, dueAction }) {
  const seconds = Math.floor((dueMs - useClock()) / 1000);
  if (seconds < 0) return word('（已逾期）');
  const [days, hours, minutes] = [86_400, 3_600, 60].map((size) => Math.floor(seconds / size));
  const text = `（${days}天${hours % 24}时${minutes % 60}分${seconds % 60}秒未处理，${dueAction}）`;
  return word(text);
}

const Cell = ({ children }) => <div className={cls('after-sales-table_item_cell')}>{children}</div>;

/** One `div` per case, with `div` cells: no table. */
function Ticket({ ticket: each }) {
  return (
    <div className={cls('after-sales-table_order_item')}>
      <div className={cls('table-item-header_item_header')}>
        <div className={cls('after-sales-table_checkbox_wrap')}>
          <label data-checked="false">
            <input type="checkbox" />
          </label>
        </div>
        <div>
          <span>{word('订单号')}</span>{' '}
          <span className={cls('table-item-header_sn')}>{each.orderId}</span>
        </div>
        <div className={cls('table-item-header_apply_time')}>
          {word('申请时间')}: <span>{each.applied}</span>
        </div>
        <div className={cls('table-item-header_time')}>
          {each.dueMs && <Countdown dueMs={each.dueMs} dueAction={each.dueAction} />}
        </div>
      </div>
      <div className={cls('after-sales-table_row')}>
        <Cell>
          <div className={cls('order-info_main')}>{each.name}</div>
          <div className={cls('order-info_sub')}>{each.spec}</div>
        </Cell>
        <Cell>
          <div className={cls('amount_dotted')}>{`${word('实收：')}¥${each.paid}`}</div>
          <div className={cls('amount_refund')}>{`${word('退款：')}¥${each.refund}`}</div>
        </Cell>
        <Cell>{word(each.shipping)}</Cell>
        <Cell>{word(each.type)}</Cell>
        <Cell>
          <div>{word(each.status)}</div>
        </Cell>
        <Cell>{word(each.negotiation)}</Cell>
        <Cell>{word(each.reason)}</Cell>
        <Cell>
          <Button href={`/aftersales-ssr/detail?id=${each.number}&orderSn=${each.orderId}`}>
            {word('查看详情')}
          </Button>
        </Cell>
      </div>
    </div>
  );
}

export function TicketList() {
  const [card, setCard] = useState('');
  const paging = usePaging();
  const { data, loading } = useData('aftersales', { card, page: paging.page, size: paging.size });
  const choose = (label) => {
    setCard(label === card ? '' : label);
    paging.setPage(1);
  };
  return (
    <>
      <div className={cls('cards')}>
        {(data?.cards ?? []).map(({ label, count }) => (
          <Card
            key={label}
            label={label}
            count={count}
            isChosen={label === card}
            onClick={() => choose(label)}
          />
        ))}
      </div>
      {loading && <Spin />}
      {data?.rows.length === 0 && <p>{word('暂无数据')}</p>}
      <div className={cls('after-sales-table_body')}>
        {(data?.rows ?? []).map((each) => (
          <Ticket key={each.number} ticket={each} />
        ))}
      </div>
      {data && <Pager total={data.total} paging={paging} />}
      <div className={cls('MsgItem_box')}>
        <span>{word('您有新的售后单')}</span>
        <a href="#message">{word('查看详情')}</a>
      </div>
    </>
  );
}
