import { useData } from '../../shared/pages/api.js';
import { cls, word } from '../../shared/pages/config.js';
import { Glyphs, Num, Spin } from './beast.jsx';

/** 消费者服务体验分: total, rank, five parts, and what buyers asked the platform about. */
export function ServicePage() {
  const { data } = useData('service', {});
  if (!data) return <Spin />;
  if (data.noScore) return <p>{word('评价数不足，暂无体验分')}</p>;
  return (
    <div className={cls('service')}>
      <div className={cls('overview')}>
        <h3>{word('消费者服务体验分')}</h3>
        <div>
          <b>
            <Num text={data.total} />
          </b>
          <i>/ 5.0</i>
        </div>
        <div>
          {word('超过')} <Num text={data.beaten} /> {word('同行')}
        </div>
        <div>{`${word('数据更新时间：')}${data.updated}`}</div>
      </div>
      <div className={cls('parts')}>
        {data.parts.map((part) => (
          <div key={part.id} className={cls('part')}>
            <div>{word(part.label)}</div>
            <div>
              <Num text={part.score} />
            </div>
            <div>{word(part.change)}</div>
          </div>
        ))}
      </div>
      <div className={cls('part')}>
        <div>{word(data.help.label)}</div>
        <div>
          <Num text={data.help.value} />
        </div>
      </div>
      <div className={cls('hot')}>
        <h4>{word('热点问题')}</h4>
        {data.problems.map(({ label, count }) => (
          <div key={label}>
            {word(label)} <Glyphs text={count} />
            {word('单')}
          </div>
        ))}
      </div>
    </div>
  );
}

const Indicator = ({ each }) => (
  <div className={cls('indicator')}>
    <div className={cls('name')}>{word(each.label)}</div>
    <div className={cls('value')}>
      <Num text={each.value} />
    </div>
    {each.beaten && (
      <div>
        {word('优于')}
        <Num text={each.beaten} />
        {word('同行')}
      </div>
    )}
    {each.mark && <div className={cls('mark')}>{word(each.mark)}</div>}
    {each.standard && <div className={cls('standard')}>{word(each.standard)}</div>}
  </div>
);

/** 店铺领航员: stars, and each indicator with its value, rank, mark and standard. */
export function NavigatorPage() {
  const { data } = useData('navigator', {});
  if (!data) return <Spin />;
  if (data.noScore) return <p>{word('评价数不足，暂无星级')}</p>;
  return (
    <div className={cls('navigator')}>
      <div className={cls('overview')}>
        <div>{word('店铺综合体验星级')}</div>
        <div>{word(data.stars)}</div>
        <div>
          {word('已超越')}
          <Num text={data.beaten} />
          {word('同行')}
        </div>
        {data.next && <div>{word(data.next)}</div>}
        <div>{`${word('数据日期：')}${data.day}`}</div>
      </div>
      {data.dimensions.map((dimension) => (
        <section key={dimension.id}>
          <h3>{word(dimension.label)}</h3>
          <div className={cls('parts')}>
            {dimension.indicators.map((each) => (
              <Indicator key={each.id} each={each} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
