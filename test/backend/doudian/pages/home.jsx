import { Card } from 'antd4';
import { useData } from '../../shared/pages/api.js';
import { word } from './config.js';

/** A page that none of the readers is for. */
export function Home() {
  useData('shop', {});
  return (
    <Card title={word('首页')}>
      <p>{word('欢迎回来，今天也要好好经营。')}</p>
      <p>{word('待办事项请在左侧菜单中查看。')}</p>
    </Card>
  );
}
