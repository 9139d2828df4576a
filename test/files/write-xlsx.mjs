/** Cells → a small XLSX workbook, by hand: every dialect met in the wild can be written. */
import { crc32, deflateRawSync } from 'node:zlib';

const escape = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '&#10;');

export function columnName(index) {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/**
 * @param {{name: string, rows: (string|number|{n: string}|undefined)[][]}[]} sheets cells: text; number or
 *   `{n}` for a number with exactly these digits; undefined = no cell
 * @param {{strings?: 'shared'|'inline', prefix?: string, refs?: boolean, date1904?: boolean, stored?: boolean}} options
 */
export function toXlsx(sheets, options = {}) {
  const {
    strings = 'shared',
    prefix = '',
    refs = true,
    date1904 = false,
    stored = false,
  } = options;
  const tag = (name) => (prefix ? `${prefix}:${name}` : name);
  const namespace = prefix ? `xmlns:${prefix}` : 'xmlns';
  const shared = new Map();
  const share = (text) => shared.get(text) ?? (shared.set(text, shared.size), shared.size - 1);
  const cellXml = (cell, ref) => {
    const at = refs ? ` r="${ref}"` : '';
    if (cell === undefined) return refs ? '' : `<${tag('c')}/>`;
    if (typeof cell !== 'string') {
      return `<${tag('c')}${at}><${tag('v')}>${typeof cell === 'number' ? cell : cell.n}</${tag('v')}></${tag('c')}>`;
    }
    if (strings === 'shared') {
      return `<${tag('c')}${at} t="s"><${tag('v')}>${share(cell)}</${tag('v')}></${tag('c')}>`;
    }
    return `<${tag('c')}${at} t="inlineStr"><${tag('is')}><${tag('t')} xml:space="preserve">${escape(cell)}</${tag('t')}></${tag('is')}></${tag('c')}>`;
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheetXml = ({ rows }) =>
    `${head}<${tag('worksheet')} ${namespace}="${main}"><${tag('sheetData')}>${rows
      .map((cells, y) => {
        const inner = cells.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join('');
        return `<${tag('row')}${refs ? ` r="${y + 1}"` : ''}>${inner}</${tag('row')}>`;
      })
      .join('')}</${tag('sheetData')}></${tag('worksheet')}>`;
  const files = {};
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  });
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  files['xl/_rels/workbook.xml.rels'] =
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    sheets
      .map((_, index) =>
        relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
      )
      .join('') +
    relation('rId90', 'sharedStrings', '/xl/sharedStrings.xml') +
    '</Relationships>';
  files['xl/workbook.xml'] =
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>` +
    sheets
      .map(
        ({ name }, index) =>
          `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join('') +
    '</sheets></workbook>';
  if (strings === 'shared') {
    files['xl/sharedStrings.xml'] = `${head}<sst xmlns="${main}">${[...shared.keys()]
      .map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`)
      .join('')}</sst>`;
  }
  files['[Content_Types].xml'] =
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
  return toZip(files, stored);
}

/** A ZIP archive without dates, so that the same content gives the same bytes. */
export function toZip(files, stored = false) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = stored ? data : deflateRawSync(data);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, nameBytes]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, central, end]));
}
