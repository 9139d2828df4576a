import { ConfigProvider } from 'antd4';
import enUS from 'antd4/es/locale/en_US';
import zhCN from 'antd4/es/locale/zh_CN';
import moment from 'moment';
import 'moment/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import './site.css';
import { has, prefix4 } from './config.js';
import { Shell } from './shell.jsx';

moment.locale('zh-cn');

createRoot(document.getElementById('root')).render(
  <ConfigProvider prefixCls={prefix4} locale={has('unlabelled') ? enUS : zhCN}>
    <Shell />
  </ConfigProvider>,
);
