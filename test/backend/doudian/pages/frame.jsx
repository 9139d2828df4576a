import { ConfigProvider } from 'antd6';
import enUS from 'antd6/es/locale/en_US';
import zhCN from 'antd6/es/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { has, prefix6 } from './config.js';
import { TicketList } from './ticket-list.jsx';

createRoot(document.getElementById('root')).render(
  <ConfigProvider prefixCls={prefix6} locale={has('unlabelled') ? enUS : zhCN}>
    <TicketList />
  </ConfigProvider>,
);
