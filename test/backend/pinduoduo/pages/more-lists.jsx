import { useState } from 'react';
import { useData } from '../../shared/pages/api.js';
import { cls, word } from '../../shared/pages/config.js';
import { c, Pager, Spin, Table, usePaging } from './beast.jsx';

/** 评价管理: one `tbody` per review. */
export function ReviewList() {
  const paging = usePaging();
  const { data, loading } = useData('reviews', { page: paging.page, size: paging.size });
  return (
    <>
      <h3>{word('评价列表')}</h3>
      {loading && <Spin />}
      <div data-testid="beast-core-table" className={c('TB_outerWrapper')}>
        <div data-testid="beast-core-table-middle-body">
          <table>
            {(data?.rows ?? []).map((each) => (
              <tbody key={each.orderId} data-testid="beast-core-table-middle-tbody">
                <tr data-testid="beast-core-table-body-tr">
                  <td>
                    <div>{`${word('订单编号：')}${each.orderId}`}</div>
                  </td>
                </tr>
                <tr>
                  <td>
                    <div>{word('评分：')}</div>
                    <div>{`${each.stars}${word('星')}`}</div>
                  </td>
                  <td>{each.text}</td>
                  <td>
                    <div>{word('评价时间：')}</div>
                    <div>{each.rated}</div>
                  </td>
                </tr>
              </tbody>
            ))}
          </table>
        </div>
      </div>
      {data && <Pager total={data.total} paging={paging} />}
    </>
  );
}

const CHAT_COLUMNS = [
  { title: '客服', cell: ({ name }) => (name === '合计' ? word(name) : name) },
  { title: '咨询人数', cell: ({ buyers }) => buyers },
  { title: '3分钟人工未回复人数', cell: ({ missed }) => missed },
  { title: '3分钟人工回复率', cell: ({ rate }) => rate },
];

/** 客服绩效 of one day. */
export function ChatPage() {
  const [day, setDay] = useState();
  const { data } = useData('chat', { day });
  if (!data) return <Spin />;
  return (
    <div className={cls('chat')}>
      <div data-testid="beast-core-datePicker">
        <input
          data-testid="beast-core-datePicker-htmlInput"
          value={data.day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      {data.rows.length === 0 ? (
        <p>{word('暂无数据')}</p>
      ) : (
        <Table columns={CHAT_COLUMNS} rows={data.rows} />
      )}
    </div>
  );
}
