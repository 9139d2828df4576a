/**
 * The component library of this back-end as its pages show it, written by hand: it is on no registry.
 * Testids are stable, classes are `ABBR_part_<version>`; evidence: ../columns.md.
 */
import { useState } from 'react';
import { config, has, word } from '../../shared/pages/config.js';

/** `TB_inner` → `TB_inner_5-163-0`. */
export const c = (...parts) =>
  parts
    .filter(Boolean)
    .map((part) => `${part}_${config.version}`)
    .join(' ');
const id = (name) => `beast-core-${name}`;

/** Digits as the data centre draws them: private-use glyphs of a font of its own. */
export const Glyphs = ({ text }) => (
  <span className="__spider_font">
    {[...String(text)].map((letter) =>
      /\d/.test(letter) ? String.fromCharCode(0xe400 + Number(letter)) : letter,
    )}
  </span>
);
/** A number of a score page; drawn in glyphs in that variant. */
export const Num = ({ text }) => (has('glyphs') ? <Glyphs text={text} /> : text);

export const Spin = () => (
  <div data-testid={id('spin')} className={c('Spn_spinningMask')}>
    {word('加载中')}
  </div>
);

export const Button = ({ children, onClick, href }) => (
  <a
    data-testid={id('button-link')}
    className={c('BTN_outerWrapper')}
    href={href ?? '#'}
    onClick={onClick}
  >
    <span>{children}</span>
  </a>
);

/** The link that copies an order's number. */
export const CopyLink = ({ text }) => (
  <a
    data-testid={id('button-link')}
    data-tracking="86997"
    data-clipboard-text={text}
    href="#copy"
    onClick={(event) => event.preventDefault()}
  >
    <span>{word('复制')}</span>
  </a>
);

export const Tabs = ({ tabs, active, onChange }) => (
  <div className={c('TAB_navs')}>
    {tabs.map(({ key, label, count }) => (
      <div
        key={key}
        data-testid={id('tab-itemLabel-wrapper')}
        className={`${c('TAB_label')} ${key === active ? c('TAB_active') : ''}`}
        onClick={() => onChange(key)}
      >
        {word(label)}
        {count === undefined ? '' : ` ${count}`}
      </div>
    ))}
  </div>
);

export const Card = ({ label, count, isChosen, onClick }) => (
  <div
    data-testid={id('card')}
    className={`${c('CAD_outerWrapper')} ${isChosen ? c('CAD_beastCardChecked') : ''}`}
    onClick={onClick}
  >
    <span>{word(label)}</span>
    <b>{count}</b>
  </div>
);

/** A closed select of a search form, at its usual choice. */
export const FormSelect = ({ label, value = '全部' }) => (
  <div label={label} className={c('Form_item')}>
    <label>{word(label)}</label>
    <div data-testid={id('select')}>
      <input data-testid={id('select-htmlInput')} readOnly value={word(value)} />
    </div>
  </div>
);

const Cells = ({ columns, row, at }) => (
  <tr data-testid={id('table-body-tr')} className={c('TB_tr', 'TB_whiteTr')}>
    {columns.map(({ title, cell }) => (
      <td key={title} data-testid={id('table-td')} className={c('TB_td')}>
        {cell(row, at)}
      </td>
    ))}
  </tr>
);

const Grid = ({ columns, rows }) => (
  <table>
    <thead data-testid={id('table-middle-thead')}>
      <tr data-testid={id('table-header-tr')}>
        {columns.map(({ title }) => (
          <th key={title} data-testid={id('table-th')}>
            <span>{word(title)}</span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody data-testid={id('table-middle-tbody')}>
      {rows.map((row, i) => (
        <Cells key={row.key ?? i} columns={columns} row={row} at={i} />
      ))}
    </tbody>
  </table>
);

/** Columns fixed at a side are drawn again, in a table of their own beside the real one. */
export function Table({ columns, rows }) {
  const sides = has('fixed') ? { left: columns.slice(0, 1), right: columns.slice(-1) } : {};
  return (
    <div className={c('TB_outerWrapper', 'TB_bordered')} data-testid={id('table')}>
      <div className={c('TB_inner')}>
        {sides.left && (
          <div className={c('TB_innerLeft')}>
            <Grid columns={sides.left} rows={rows} />
          </div>
        )}
        <div className={c('TB_innerMiddle')}>
          <Grid columns={columns} rows={rows} />
        </div>
        {sides.right && (
          <div className={c('TB_innerRight')}>
            <Grid columns={sides.right} rows={rows} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Page number and size of a list; another size begins at the first page again. */
export function usePaging(first = 20) {
  const [{ page, size }, set] = useState({ page: 1, size: first });
  return {
    page,
    size,
    setPage: (next) => set({ page: next, size }),
    setSize: (next) => set({ page: 1, size: next }),
  };
}

function SizeChanger({ size, onChange }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={c('PGT_sizeChanger')}>
      <div data-testid={id('select')} onClick={() => setOpen(!isOpen)}>
        {size}
      </div>
      {isOpen && (
        <div data-testid={id('portal')} className={c('ST_dropdown')}>
          <ul>
            {[10, 20, 50, 100].map((each) => (
              <li
                key={each}
                className={c('ST_option')}
                onClick={() => {
                  setOpen(false);
                  onChange(each);
                }}
              >
                {each}
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

export function Pager({ total, paging: { page, size, setPage, setSize } }) {
  const last = Math.max(1, Math.ceil(total / size));
  const shown = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last);
  const turn = (to) => () => to >= 1 && to <= last && setPage(to);
  const arrow = (name, to) => (
    <li
      data-testid={id(`pagination-${name}`)}
      className={`${c(`PGT_${name}`)} ${to < 1 || to > last ? c('PGT_disabled') : ''}`}
      onClick={turn(to)}
    >
      {name === 'next' ? '>' : '<'}
    </li>
  );
  return (
    <ul
      data-testid={id('pagination')}
      data-status={`beast-core-pagination-${size}-${page}`}
      className={c('PGT_outerWrapper')}
    >
      <li className={c('PGT_totalText')}>{`${word('共有')} ${total} ${word('条')}`}</li>
      <SizeChanger size={size} onChange={setSize} />
      {arrow('prev', page - 1)}
      {[...new Set(shown)].map((n) => (
        <li
          key={n}
          className={`${c('PGT_pagerItem')} ${n === page ? c('PGT_pagerItemActive') : ''}`}
          onClick={turn(n)}
        >
          {n}
        </li>
      ))}
      {arrow('next', page + 1)}
    </ul>
  );
}
