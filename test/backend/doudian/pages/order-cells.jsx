import { cls, has, word } from './config.js';

/** Level-0 row: spans the table. */
export function PairHead({ order }) {
  return (
    <span className={has('renamed') ? 'ecom-g-pair-head-wrapper' : 'auxo-pair-head-wrapper'}>
      <div className={cls('index_RowHeader')}>
        <div className={cls('index_leftWrapper')}>
          <span className={cls('index_text')}>{`${word('订单编号')}\u00a0${order.orderId}`}</span>
          <span className={cls('index_text')}>{`${word('下单时间')}\u00a0${order.placed}`}</span>
          {order.shipBy && (
            <span
              className={cls('index_text')}
            >{`${word('承诺发货时间')}\u00a0${order.shipBy}`}</span>
          )}
        </div>
      </div>
    </span>
  );
}

export function ProductCell({ line }) {
  return (
    <div className={cls('style_product')}>
      <div className={cls('style_name')}>
        <span className={cls('index_ellipsis')}>{line.name}</span>
      </div>
      <div className={cls('style_desc')}>{`${line.spec}x${line.quantity}`}</div>
      {line.tags.length > 0 && (
        <div className={cls('style_tags')}>
          {line.tags.map((tag) => (
            <span key={tag}>{word(tag)}</span>
          ))}
        </div>
      )}
      <div className={cls('style_code')}>{`${word('商品单ID')}:${line.lineId}`}</div>
      <div className={cls('style_code')}>{`${word('商家编码')}：${line.code}`}</div>
    </div>
  );
}

export function PriceCell({ line }) {
  return (
    <div className={cls('index_cell')}>
      <span className={cls('table_comboAmount')}>{`¥${line.price}`}</span>
      <span className={cls('table_comboNum')}>{`x${line.quantity}`}</span>
    </div>
  );
}

/** The buyer's data, masked as the site masks it: never to be read. */
export function ReceiverCell({ receiver }) {
  return (
    <div className={cls('index_cell')}>
      <div className={cls('index_infoItem')}>
        <span className={cls('table_nickname')}>{receiver.name}</span> <span>{receiver.phone}</span>
      </div>
      <div className={cls('index_locationDetail')}>{receiver.place}</div>
      <a data-kora="查看敏感信息">{word('查看')}</a>
    </div>
  );
}

export function PayCell({ order }) {
  return (
    <div className={cls('index_cell')}>
      <div className={cls('index_payAmount')}>
        {order.payMethod && <span>{word(order.payMethod)}</span>}
        <span className={cls('index_amountWrap')}>
          <span className={cls('table_yuan')}>¥</span>
          {order.paid}
        </span>
      </div>
      <div>
        <span>{word('商家收入')}</span>
        <span className={cls('table_yuan')}>¥</span>
        {order.income}
      </div>
    </div>
  );
}
