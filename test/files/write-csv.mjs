/** Cells → delimited text → bytes, in the encodings met: UTF-8 with and without mark, GBK, UTF-16. */

const ID_HEADERS = /(编号|ID|单号|编码|售后单号|订单号)$/;

/**
 * @param {string[]} headers
 * @param {Record<string, string|undefined>[]} rows
 * `tabs`: ids and texts as `"\t…"`, the official way; `wrap(header, text)`: any other way of writing a cell.
 */
export function toDelimited(headers, rows, options = {}) {
  const {
    delimiter = ',',
    newline = '\r\n',
    tabs = true,
    blank = '-',
    wrap,
    before = [],
    header,
  } = options;
  const write = (name, text) => {
    if (text === undefined || text === '') return blank;
    if (wrap) {
      const wrapped = wrap(name, text);
      if (wrapped !== undefined) return quote(wrapped, delimiter);
    }
    return tabs && ID_HEADERS.test(name) ? `"\t${text}"` : quote(text, delimiter);
  };
  const lines = [
    ...before,
    (header ?? headers).map((name) => quote(name, delimiter)).join(delimiter),
    ...rows.map((row) => headers.map((name) => write(name, row[name])).join(delimiter)),
  ];
  return lines.join(newline) + newline;
}

function quote(text, delimiter) {
  return new RegExp(`["\\r\\n${delimiter === '|' ? '\\|' : delimiter}]`).test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

export const utf8 = (text) => new TextEncoder().encode(text);
export const utf8Bom = (text) => utf8(`\ufeff${text}`);

export function utf16le(text) {
  const units = Uint16Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

let table;
/** GBK by turning the decoder around: every two-byte code there is. */
export function gbk(text) {
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder('gbk');
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) {
        if (low === 0x7f) continue;
        const char = decoder.decode(Uint8Array.of(high, low));
        if (char.length === 1 && char !== '\ufffd' && !table.has(char))
          table.set(char, [high, low]);
      }
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)];
      const code = table.get(char);
      if (!code) throw new Error(`not in GBK: ${char}`);
      return code;
    }),
  );
}
