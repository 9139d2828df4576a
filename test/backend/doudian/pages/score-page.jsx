import { Card, Spin } from 'antd4';
import { useData } from '../../shared/pages/api.js';
import { cls, word } from './config.js';

const Line = ({ label, value, unit }) => (
  <div className={cls('index_indicator')}>
    <span className={cls('index_label')}>{word(label)}</span>
    <span className={cls('index_value')}>{value}</span>
    <span className={cls('index_unit')}>{word(unit)}</span>
  </div>
);

function Dimension({ dimension }) {
  return (
    <Card size="small" className={cls('index_dimension')}>
      <div className={cls('index_dimensionHead')}>
        <span className={cls('index_name')}>{word(dimension.label)}</span>{' '}
        <span className={cls('index_score')}>{dimension.score}</span>
        <span>{word('分')}</span>
        {dimension.weight && <span className={cls('index_weight')}>{word(dimension.weight)}</span>}
      </div>
      {dimension.indicators.map((indicator) => (
        <Line key={indicator.label} {...indicator} />
      ))}
    </Card>
  );
}

function NoScore({ data }) {
  return (
    <Card>
      <h3>{word('暂无体验分')}</h3>
      <p>{word('近30天有效订单不足30单，达到30单后次日可查看体验分')}</p>
      <p>{word(`考核行业 ${data.industry}`)}</p>
    </Card>
  );
}

function Scored({ data }) {
  return (
    <>
      <Card>
        <h3>{word('体验分概览')}</h3>
        <p>{`${word('更新时间')}：${word(data.updated)}`}</p>
        <p>
          <span>{word('考核行业')}</span>
          {'\u00a0'}
          <span>{data.industry}</span>
          <span className={cls('index_orders')}>
            {word(`近30天有效订单数 ${data.validOrders}`)}
          </span>
        </p>
        <div className={cls('index_total')}>
          <span className={cls('index_name')}>{word('我的总分')}</span>{' '}
          <b className={cls('index_score')}>{data.total}</b>
          <span>{word('分')}</span> <span>{word(data.delta)}</span>
        </div>
      </Card>
      <div className={cls('index_dimensions')}>
        {data.dimensions.map((dimension) => (
          <Dimension key={dimension.id} dimension={dimension} />
        ))}
      </div>
      <Card>
        <Line label="加分项" value={data.bonus} unit="分" />
        <Line label="扣分项" value={data.deduction} unit="分" />
      </Card>
    </>
  );
}

export function ScorePage() {
  const { data, loading } = useData('score', {});
  return (
    <Spin spinning={loading}>
      <div className={cls('index_scorePage')}>
        {data && (data.noScore ? <NoScore data={data} /> : <Scored data={data} />)}
      </div>
    </Spin>
  );
}
