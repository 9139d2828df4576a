import { Table } from 'antd4';
import { useData } from '../../shared/pages/api.js';
import { word } from './config.js';

/** A table of 18–19-digit ids that is no order list: nothing here may be read as orders. */
export function Products() {
  const { data, loading } = useData('products', {});
  const columns = [
    { title: word('商品'), dataIndex: 'name' },
    { title: word('商品ID'), dataIndex: 'productId' },
    { title: word('售价'), dataIndex: 'price', render: (price) => `¥${price}` },
  ];
  return (
    <Table
      prefixCls="ecom-g-table"
      rowKey="productId"
      loading={loading}
      columns={columns}
      dataSource={data?.rows ?? []}
    />
  );
}
