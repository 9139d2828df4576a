// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { firstAlternative } from '../../../src/capture/alternatives';
import {
  bodyRows,
  type ColumnRole,
  findHeader,
  mapHeader,
  tableGrid,
} from '../../../src/capture/grid';
import { labelReader } from '../../../src/capture/labels';
import { cellText, stemOf } from '../../../src/capture/leaves';
import { groupRows } from '../../../src/capture/list-table';

function dom(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;
}
const first = <E extends Element = HTMLElement>(html: string): E =>
  dom(html).firstElementChild as E;

describe('cellText', () => {
  it('keeps blocks apart and joins inline pieces', () => {
    const cell = first('<div><span>¥</span><span>39</span><span>.90</span><div>x1</div></div>');
    expect(cellText(cell)).toMatchObject({
      leaves: ['¥', '39', '.90', 'x1'],
      lines: ['¥39.90', 'x1'],
    });
  });

  it('marks the seam where two elements meet digit to digit, but not a number drawn by digits', () => {
    const amount = first('<div><span>¥59</span><span>2件</span></div>');
    expect(cellText(amount).lines).toEqual(['¥59\ufffc2件']);
    const rolling = first('<div>¥<i>5</i><i>9</i>.<i>9</i><i>0</i></div>');
    expect(cellText(rolling).lines).toEqual(['¥59.90']);
  });

  it('leaves out what no longer holds and what explains', () => {
    const cell = first(
      '<div><del>¥99</del><s>¥98</s><b style="text-decoration:line-through">¥97</b><b class="line-through">¥96</b><p>¥59</p><div role="tooltip">¥95</div><div class="x-popover x-popover-hidden">¥94</div><div role="tabpanel" aria-hidden="true">¥93</div></div>',
    );
    expect(cellText(cell).leaves).toEqual(['¥59']);
  });

  it('does not glue an amount to the next block’s digits', () => {
    const cell = first('<div><div>应付金额 ¥12.34</div><div>1</div></div>');
    expect(cellText(cell).lines).toEqual(['应付金额 ¥12.34', '1']);
  });

  it('leaves out what is not shown, and our own elements', () => {
    const cell = first(
      '<div>a<script>b</script><style>c</style><i hidden>d</i><i style="display: none">e</i><scorelens-badge>f</scorelens-badge><template>g</template></div>',
    );
    expect(cellText(cell).leaves).toEqual(['a']);
  });

  it('joins the text nodes of one element', () => {
    const cell = first('<div>x</div>');
    cell.replaceChildren('订单编号\u00a0', '6917301234567890011');
    expect(cellText(cell).leaves).toEqual(['订单编号 6917301234567890011']);
  });

  it('knows by what class names a text goes, inside its cell', () => {
    const cell = first(
      '<div class="outer"><p class="style_name__1"><b class="x">a</b></p><i>b</i></div>',
    );
    expect(cellText(cell).nodes.map((leaf) => stemOf(leaf, cell).trim())).toEqual([
      'x style_name__1',
      '',
    ]);
  });

  it('survives absurd depth and width', () => {
    const cell = first('<div>top</div>');
    let at = cell;
    for (let depth = 0; depth < 3_000; depth += 1) {
      const next = cell.ownerDocument.createElement('div');
      at.append(next, 'x');
      at = next;
    }
    expect(cellText(cell).nodes.length).toBeLessThanOrEqual(5_000);
  });
});

describe('tableGrid', () => {
  const rows = (html: string): Element[] =>
    bodyRows(first(`<table><tbody>${html}</tbody></table>`));
  const texts = (html: string): string[][] =>
    tableGrid(rows(html)).map((row) => [...row].map((cell) => cell?.el.textContent ?? '∅'));

  it('resolves row-spans and col-spans', () => {
    expect(
      texts(
        '<tr><td rowspan="2">a</td><td>b</td><td colspan="2">c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr>',
      ),
    ).toEqual([
      ['a', 'b', 'c', 'c'],
      ['a', 'd', 'e', 'f'],
    ]);
  });

  it('ends spans with the group and bounds hostile ones', () => {
    const grid = tableGrid(rows('<tr><td rowspan="99999" colspan="1000000">a</td></tr>'));
    expect(grid).toHaveLength(1);
    expect(grid[0]?.length).toBeLessThanOrEqual(60);
  });

  it('skips measuring, placeholder, expanded, hidden and header rows', () => {
    expect(
      rows(
        '<tr class="x-table-measure-row"><td>1</td></tr><tr class="x-placeholder"><td>2</td></tr><tr class="x-expanded-row"><td>3</td></tr><tr aria-hidden="true"><td>4</td></tr><tr><th>5</th></tr><tr><td>6</td></tr>',
      ).map((row) => row.textContent),
    ).toEqual(['6']);
  });

  it('leaves a table inside a cell to itself', () => {
    expect(
      rows('<tr><td><table><tbody><tr><td>in</td></tr></tbody></table></td></tr>'),
    ).toHaveLength(1);
  });
});

describe('headers', () => {
  const roles: ColumnRole<'status' | 'price' | 'quantity'>[] = [
    { role: 'status', words: ['订单状态', '状态'], not: /售后/ },
    { role: 'price', words: ['单价'] },
    { role: 'quantity', words: ['数量'] },
  ];

  it('maps by text over col-spans, several roles to one column, the best word first', () => {
    const table = first(
      '<table><thead><tr><th colspan="2">商品</th><th>售后状态</th><th>状态</th><th>单 价/数量</th><th></th></tr></thead></table>',
    );
    expect(findHeader(table, roles)).toMatchObject({
      columns: { status: 3, price: 4, quantity: 4 },
      known: 3,
      place: 'same-table',
      width: [5, 6],
    });
    expect(mapHeader(['数量', '单价'], roles)).toEqual({ quantity: 0, price: 1 });
  });

  it('resolves a header of two rows', () => {
    const table = first(
      '<table><thead><tr><th rowspan="2">商品</th><th colspan="2">金额</th><th rowspan="2">状态</th></tr><tr><th>单价</th><th>数量</th></tr></thead></table>',
    );
    expect(findHeader(table, roles)).toMatchObject({
      columns: { price: 1, quantity: 2, status: 3 },
      width: [4, 4],
    });
  });

  it('takes the one header row that says most, never a mixture', () => {
    const table = first(
      '<table><thead><tr><th>数量</th><th></th></tr><tr><th>订单状态</th><th>单价</th></tr></thead></table>',
    );
    expect(findHeader(table, roles)?.columns).toEqual({ status: 0, price: 1 });
  });

  it('finds a header table beside the body table, not one elsewhere on the page', () => {
    const page = dom(
      '<div><table><thead><tr><th>单价</th></tr></thead></table></div><section><section><section><section><div><div class="h"><table><thead><tr><th>x</th><th>数量</th></tr></thead></table></div><div class="b"><table><tbody><tr><td>1</td></tr></tbody></table></div></div></section></section></section></section>',
    );
    const header = findHeader(page.querySelector('.b table') as Element, roles);
    expect(header).toMatchObject({ place: 'header-table', columns: { quantity: 1 } });
  });
});

describe('labelReader', () => {
  const read = labelReader({
    reason: ['申请原因'],
    applied: ['申请时间', '售后申请时间'],
    paid: ['应付金额'],
    other: ['买家留言'],
  });

  it.each([
    [['申请原因 破损', '应付金额¥12.00'], { reason: '破损', paid: '¥12.00' }],
    [['申请原因:破损'], { reason: '破损' }],
    [['申请原因', ':', '破损'], { reason: '破损' }],
    [['申请原因 破损 申请时间 2026/09/21'], { reason: '破损', applied: '2026/09/21' }],
    [['售后申请时间 2026/09/21'], { applied: '2026/09/21' }],
    // An empty value does not take its neighbour's label, known or not.
    [['申请原因', '买家留言', '请尽快'], { other: '请尽快' }],
    [['申请原因', '售后说明:电话'], {}],
    // A label inside free text says nothing.
    [['我想问申请原因 是什么'], {}],
    [['申请原因说明'], {}],
  ])('%j', (texts, values) => {
    expect(read(texts)).toEqual(values);
  });
});

it('records which alternative matched', () => {
  const found = firstAlternative([
    ['a', () => undefined],
    ['b', () => 0],
    ['c', () => 1],
  ]);
  expect(found).toEqual({ id: 'b', value: 0 });
  expect(firstAlternative([])).toBeUndefined();
});

it('groups rows by head; rows before the first head belong to nobody', () => {
  const rows = bodyRows(
    first(
      '<table><tbody><tr class="x-table-row-level-1"><td>stray</td></tr><tr class="x-table-row-level-0"><td>A</td></tr><tr><td>1</td></tr><tr><td>2</td></tr><tr class="y-table-row-level-0"><td>B</td></tr></tbody></table>',
    ),
  );
  const groups = groupRows(rows, /^$/, () => false);
  expect(groups?.id).toBe('level-0-rows');
  expect(groups?.value.map(({ head, items }) => [head.textContent, items.length])).toEqual([
    ['A', 2],
    ['B', 0],
  ]);
});
