import { Loading } from '@alifd/next';
import { useData } from '../../shared/pages/api.js';
import { cls, word } from '../../shared/pages/config.js';

export function ScorePage() {
  const { data } = useData('score', {});
  if (!data) return <Loading />;
  if (data.noScore) return <p>{word('近30天有效支付订单不足30单，暂无分')}</p>;
  return (
    <div className={cls('score')}>
      <div className={cls('overview')}>
        <h2>{word('店铺真实体验分')}</h2>
        <div>
          <b>{data.total}</b>
          <span>{word('分')}</span>
        </div>
        <p>{`${word('数据更新时间：')}${data.updated}`}</p>
      </div>
      {data.dimensions.map((dimension) => (
        <section key={dimension.id}>
          <div className={cls('dimension')}>
            <span>{word(dimension.label)}</span> <b>{`${dimension.score}${word('分')}`}</b>{' '}
            <i>{`${word('权重')} ${dimension.weight}%`}</i>
          </div>
          <table className={cls('score-table')}>
            <thead>
              <tr>
                {['指标', '指标值', '得分', '权重'].map((title) => (
                  <th key={title}>{word(title)}</th>
                ))}
                {data.steps.map((step) => (
                  <th key={step}>{`${step}${word('分要求')}`}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {dimension.indicators.map((each) => (
                <tr key={each.label}>
                  <td>{word(each.label)}</td>
                  <td>{each.value}</td>
                  <td>{each.points}</td>
                  <td>{each.weight}</td>
                  {each.limits.map((limit) => (
                    <td key={limit}>{limit}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
