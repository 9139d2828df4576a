import { Button, Form, Input, Select } from 'antd6';
import { cls, word } from './config.js';

const TYPES = ['未发货退款', '已发货退款', '退货退款', '仅退款', '换货', '补寄', '维修'];

/** Quick-filter cards: a title, items with a label and, last, a count. */
export function Cards({ cards, selected, onSelect }) {
  return (
    <div className={cls('index_groups')}>
      {cards.map(({ group, items }) => (
        <div key={group} className={cls('index_group')}>
          <div className={cls('index_groupTitle')}>{word(group)}</div>
          <div className={cls('index_groupItems')}>
            {items.map(({ label, count }) => (
              <div
                key={label}
                className={
                  label === selected ? cls('index_item', 'index_selected') : cls('index_item')
                }
                onClick={() => onSelect(label === selected ? undefined : label)}
              >
                <span className={cls('index_label')}>{word(label)}</span> <span>{count}</span>
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

export function TicketFilters({ onSearch }) {
  const [form] = Form.useForm();
  return (
    <Form form={form} layout="inline" onFinish={onSearch}>
      <Form.Item name="id" label={word('订单编号/售后编号')}>
        <Input placeholder={word('请输入')} allowClear />
      </Form.Item>
      <Form.Item name="type" label={word('售后类型')}>
        <Select
          allowClear
          style={{ width: 140 }}
          placeholder={word('全部')}
          options={TYPES.map((type) => ({ value: type, label: word(type) }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {word('查询')}
      </Button>
    </Form>
  );
}
