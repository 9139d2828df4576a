import { Button, DatePicker, Form, Input, Select } from 'antd4';
import { word } from './config.js';

export function OrderFilters({ onSearch }) {
  const [form] = Form.useForm();
  const submit = ({ id, text, timeType, range }) =>
    onSearch({
      id,
      text,
      timeType,
      from: range?.[0]?.format('YYYY-MM-DD'),
      to: range?.[1]?.format('YYYY-MM-DD'),
    });
  const reset = () => {
    form.resetFields();
    submit(form.getFieldsValue());
  };
  return (
    <Form form={form} layout="inline" onFinish={submit} initialValues={{ timeType: 'placed' }}>
      <Form.Item name="id" label={word('订单编号')}>
        <Input placeholder={word('请输入')} allowClear />
      </Form.Item>
      <Form.Item name="text" label={word('商品名称/ID')}>
        <Input placeholder={word('请输入')} allowClear />
      </Form.Item>
      <Form.Item name="timeType">
        <Select
          options={[
            { value: 'placed', label: word('下单时间') },
            { value: 'finished', label: word('完成时间') },
          ]}
        />
      </Form.Item>
      <Form.Item name="range">
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item>
        <Button type="primary" htmlType="submit">
          {word('查询')}
        </Button>
        <Button onClick={reset}>{word('重置')}</Button>
      </Form.Item>
    </Form>
  );
}
